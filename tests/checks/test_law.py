"""The law's words and figures: what a text says, what it denies, how long a probation may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.checks.laws import LAW_SETS
from handbook.checks.laws.cn import (
    demand_on_person,
    extensions,
    first_contract,
    one_probation,
    refusal_reasons,
    score_alone,
    social_insurance,
    written_change,
)
from handbook.checks.laws.cn.contract import cap
from handbook.checks.laws.cn.words import said
from handbook.company.book import Handbook

AGAIN, LONGER = one_probation._NEW, extensions._EXTENDED
SIGNED, ALONE = first_contract._SIGNED, score_alone._ALONE
TOLD, AGREED = refusal_reasons._TOLD, written_change._AGREED
PERSON, INSURED = demand_on_person._PERSON, social_insurance._INSURANCE


@pytest.mark.parametrize(
    ("kind", "months", "most"),
    [
        ("fixed", 2, 0), ("fixed", 3, 1), ("fixed", 11, 1), ("fixed", 12, 2), ("fixed", 35, 2),
        ("fixed", 36, 6), ("fixed", None, None), (None, 36, 6), (None, None, None),
        ("open_ended", None, 6), ("open_ended", 12, 6), ("task", None, 0), ("task", 36, 0),
        ("part_time", 36, 0),
    ],
)  # fmt: skip
def test_the_cap_follows_kind_and_term(
    book: Handbook, kind: str | None, months: int | None, most: int | None
) -> None:
    change = {"contract_type": kind, "contract_months": months}
    assert cap(replace(book, company=book.company.model_copy(update=change))) == most


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (AGAIN, "晋升后设三个月试用期"),
        (AGAIN, "转岗人员重新约定试用期"),
        (AGAIN, "到任后先试岗一个月"),
        (AGAIN, "新岗位见习期满后任命"),
        (AGAIN, "薪酬不变，但须经过试用期"),
        (LONGER, "不合格的延长试用期"),
        (LONGER, "不满意的，延长试用期"),
        (LONGER, "未通过考核的延长试用期"),
        (LONGER, "试用期可以延长一个月"),
        (LONGER, "表现一般的延期转正"),
        (SIGNED, "签订正式劳动合同"),
        (SIGNED, "与员工订立书面劳动合同"),
        (ALONE, "仅凭考核分数决定是否晋升"),
        (ALONE, "得分达到标准的自动晋升"),
        (TOLD, "向申请人说明理由"),
        (TOLD, "把原因书面告知申请人"),
        (AGREED, "双方签订岗位变更协议"),
        (AGREED, "书面变更劳动合同"),
        (PERSON, "已婚已育者优先"),
        (PERSON, "限男性"),
        (INSURED, "享受五险一金"),
    ],
)
def test_a_text_says_it(words: object, text: str) -> None:
    assert said(text, words)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (AGAIN, "到任新岗位不再约定试用期"),
        (AGAIN, "未满试用期的员工先办理转正"),
        (AGAIN, "通过试用期的员工可以申请"),
        (AGAIN, "无需重新约定试用期"),
        (LONGER, "退回不延长试用期"),
        (LONGER, "不得延长试用期"),
        (LONGER, "延长受理时间"),
        (SIGNED, "劳动合同在入职时已经订立，转正时不再另签"),
        (SIGNED, "不再签订劳动合同"),
        (SIGNED, "签订劳动合同变更协议"),
        (ALONE, "不得仅凭分数自动决定"),
        (ALONE, "分数只是依据之一，由人作出决定"),
        (TOLD, "收回门禁卡"),
        (AGREED, "当面并书面说明理由"),
        (PERSON, "熟悉客户的需求"),
        (PERSON, "晋升不因性别而区别对待"),
        (INSURED, "保险产品的咨询"),
    ],
)
def test_a_text_denies_it_or_speaks_of_something_else(words: object, text: str) -> None:
    assert not said(text, words)


def test_the_real_companies_keep_the_law(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        assert [finding for rule in LAW_SETS["cn"].rules for finding in rule.find(book)] == []
