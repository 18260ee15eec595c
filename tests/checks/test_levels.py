"""Levels and texts: what the rules find beyond their examples, and what they let pass."""

from __future__ import annotations

from datetime import date

import pytest
from changing import changed, found, on, unchecked, with_values, written

from handbook.checks.finding import Finding
from handbook.checks.laws.cn.customs import CUSTOM_RULES
from handbook.checks.laws.cn.customs.catch_all import RULE as CATCH_ALL
from handbook.checks.laws.cn.customs.vague import RULE as VAGUE
from handbook.checks.levels import LEVEL_RULES
from handbook.checks.levels.asks_less import RULE as ASKS_LESS
from handbook.checks.levels.no_tenure import RULE as NO_TENURE
from handbook.checks.levels.tenure_falls import RULE as TENURE_FALLS
from handbook.checks.levels.unlinked import RULE as UNLINKED
from handbook.company.book import Handbook

RULES = LEVEL_RULES + CUSTOM_RULES


@pytest.fixture(scope="module")
def retail(filled_books: dict[str, Handbook]) -> Handbook:
    return on(filled_books["xingqiao-retail"], date(2026, 12, 1))


def test_the_example_companies_are_sound(filled_books: dict[str, Handbook]) -> None:
    day = date(2026, 12, 1)
    assert [found(RULES, on(book, day)) for book in filled_books.values()] == [[], [], []]


def with_demand(book: Handbook, role: str, threshold: str, field: str = "at_least") -> Handbook:
    metric = "quality-score" if field == "at_least" else "violations"
    measure = {"metric": metric, field: threshold}
    identity = f"{role}-demand"
    book = changed(book, "requirement", identity, category="ability", text="要求", measure=measure)
    return changed(book, "role", role, requirements=[identity])


def with_way(book: Handbook, **fields: object) -> Handbook:
    (way,) = written(book.roles["junior-agent"].paths[:1])
    way = {name: field for name, field in {**way, **fields}.items() if field is not None}
    return changed(book, "role", "junior-agent", paths=[way])


def test_no_years_on_purpose_are_no_gap(retail: Handbook) -> None:
    at = ("junior-agent", "paths.0.to")
    silent, meant = with_way(retail, tenure=None), with_way(retail, tenure="none")
    assert found((NO_TENURE,), silent) == [("HB804", *at)]
    assert unchecked((TENURE_FALLS,), silent) == [("HB805", "no-tenure", *at)]
    assert found((NO_TENURE,), meant) == unchecked((TENURE_FALLS,), meant) == []
    assert NO_TENURE.severity == "warning"


@pytest.mark.parametrize(
    ("low", "high", "told"), [(80, 85, False), (80, 80, False), (85, 80, True)]
)
def test_more_is_more_where_higher_is_better(
    retail: Handbook, low: int, high: int, told: bool
) -> None:
    book = with_demand(retail, "junior-agent", "quality_score")
    book = with_demand(book, "intermediate-agent", "exam_score")
    book = changed(book, "parameter", "exam_score", out_of="quality_full_score")
    book = with_values(book, quality_score=low, exam_score=high)
    expected = [("HB801", "intermediate-agent-demand", "measure.at_least")] if told else []
    assert found((ASKS_LESS,), book) == expected


def test_what_both_levels_ask_more_than_once_is_compared(retail: Handbook) -> None:
    """By the strictest that the higher one asks; here each asks twice for as much."""
    scores = ("quality_score", "exam_score", "csat_score", "phone_score")
    fields = written(retail.parameters["quality_score"])
    book = retail
    for name in scores:
        book = changed(book, "parameter", name, **{**fields, "id": name})
    for role, pair in {"junior-agent": scores[:2], "intermediate-agent": scores[2:]}.items():
        for number, threshold in enumerate(pair):
            measure = {"metric": "quality-score", "at_least": threshold}
            text = {"category": "ability", "text": "要求", "measure": measure}
            book = changed(book, "requirement", f"{role}-{number}", **text)
        book = changed(book, "role", role, requirements=[f"{role}-0", f"{role}-1"])
    book = with_values(book, quality_score=85, exam_score=85, csat_score=80, phone_score=80)
    assert found((ASKS_LESS,), book) == [("HB801", "intermediate-agent-0", "measure.at_least")]
    assert found((ASKS_LESS,), with_values(book, phone_score=85)) == []


@pytest.mark.parametrize(("low", "high", "told"), [(2, 1, False), (1, 1, False), (1, 2, True)])
def test_less_is_more_where_lower_is_better(
    retail: Handbook, low: int, high: int, told: bool
) -> None:
    book = with_demand(retail, "junior-agent", "violation_limit", "at_most")
    book = with_demand(book, "intermediate-agent", "return_limit", "at_most")
    book = with_values(book, violation_limit=low, return_limit=high)
    expected = [("HB801", "intermediate-agent-demand", "measure.at_most")] if told else []
    assert found((ASKS_LESS,), book) == expected


def test_scores_on_different_scales_are_not_compared(retail: Handbook) -> None:
    book = with_demand(retail, "junior-agent", "quality_score")
    book = with_demand(book, "intermediate-agent", "csat_score")
    assert found((ASKS_LESS,), book) == []
    assert [one[:2] for one in unchecked((ASKS_LESS,), book)] == [("HB801", "scale")]


def test_open_values_are_not_compared(retail: Handbook) -> None:
    book = with_values(retail, tenure_senior=None, promotion_month_first=None)
    book = with_values(book, promotion_policy_review_on=None, quality_score=None)
    assert found(RULES, book) == []


@pytest.mark.parametrize("duty", ["daily-management", "team-plan", "team-training"])
def test_what_the_supervisor_owns_is_no_duty_of_a_senior(retail: Handbook, duty: str) -> None:
    duties = [*written(retail.roles["senior-agent"].duties), duty]
    book = changed(retail, "role", "senior-agent", duties=duties)
    assert found(RULES, book) == [("HB802", "senior-agent", f"duties.{len(duties) - 1}")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("对客服团队进行全面管理和指导，培养团队成员的专业能力", True),
        ("管理客服团队，带领大家完成目标", True),
        ("协助客服主管管理客服团队", False),
        ("担任团队的业务导师，为同事提供专业指导", False),
    ],
)
def test_managing_the_team_belongs_to_who_leads_it(retail: Handbook, text: str, told: bool) -> None:
    """The defect of the original 003, also where it stands in a duty of its own."""
    book = changed(retail, "duty", "mentor-team", text=text)
    assert [code for code, _, _ in found(RULES, book)] == (["HB802"] if told else [])


def test_a_leader_may_share_the_ordinary_work(retail: Handbook) -> None:
    duties = [*written(retail.roles["supervisor"].duties), "major-cases", "coach-juniors"]
    assert found(RULES, changed(retail, "role", "supervisor", duties=duties)) == []


def test_tenure_may_stay_equal_and_may_not_fall(retail: Handbook) -> None:
    assert found(RULES, with_values(retail, tenure_supervisor=2)) == []
    assert found(RULES, with_values(retail, tenure_supervisor=1.5)) == [
        ("HB805", "", "values.tenure_supervisor")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "处理咨询、投诉等工作",
        "负责排班等相关工作",
        "包括排班、考勤、绩效等。",
        "协调仓储、物流等部门",
        "完成领导交办的其他工作",
        "协助上级完成其他相关工作任务",
    ],
)
def test_a_catch_all_is_told(retail: Handbook, text: str) -> None:
    book = changed(retail, "duty", "assist-superior", text=text)
    assert found((CATCH_ALL,), book) == [("HB806", "assist-superior", "text")]
    (told,) = CATCH_ALL.find(book)
    assert isinstance(told, Finding)
    assert str(told.facts["words"]) in text


@pytest.mark.parametrize(
    "text",
    [
        "与其他部门平等协作",
        "减少客户排队、等待的时间",
        "按紧急、优先等级分派工单",
        "答复电话、邮件等两种来件",
        "对老人、家属同等对待",
    ],
)
def test_no_catch_all(retail: Handbook, text: str) -> None:
    assert found((CATCH_ALL,), changed(retail, "duty", "assist-superior", text=text)) == []


@pytest.mark.parametrize("word", ["一定的", "较强的", "良好的", "优秀的", "出色的", "丰富的"])
def test_a_vague_word_needs_evidence(retail: Handbook, word: str) -> None:
    text = f"具备{word}沟通能力"
    book = changed(retail, "requirement", "learning", text=text, evidence=None)
    assert found((VAGUE,), book) == [("HB807", "learning", "text")]
    assert found((VAGUE,), changed(book, "requirement", "learning", evidence="记录")) == []


def test_on_its_last_day_a_policy_is_not_overdue(retail: Handbook) -> None:
    assert found(RULES, on(retail, date(2027, 12, 1))) == []
    assert found(RULES, on(retail, date(2027, 12, 2))) == [
        ("HB808", "", "values.confirmation_policy_review_on"),
        ("HB808", "", "values.promotion_policy_review_on"),
    ]


def with_article(book: Handbook, text: str) -> Handbook:
    chapters = written(book.policies["promotion-policy"].chapters)
    chapters[0]["articles"][0]["text"] = text
    return changed(book, "policy", "promotion-policy", chapters=chapters)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("转岗以前先填《转岗申请表》。", True),
        ("由客服总监批准，客服总监可以授权。", True),
        ("由[[role:service-director]]批准，客服总监可以授权。", False),
        ("由[[role:service-director|客服总监]]批准。", False),
        ("由运营部批准。", False),
        ("由《运营部》批准。", True),
    ],
)
def test_a_name_is_linked_once_in_a_policy(retail: Handbook, text: str, told: bool) -> None:
    book = changed(with_article(retail, text), "department", "operations", name="运营部")
    expected = [("HB809", "promotion-policy", "chapters.0.articles.0.text")] if told else []
    assert found((UNLINKED,), book) == expected


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("由客服总监助理批准。", ["role:manager"]),
        ("由[[role:manager]]批准，客服总监助理可以授权。", []),
        ("由[[role:manager]]批准，客服总监可以授权。", ["role:service-director"]),
    ],
)
def test_of_two_names_that_begin_alike_the_longer_one_is_meant(
    retail: Handbook, text: str, links: list[str]
) -> None:
    book = changed(retail, "role", "manager", name="客服总监助理")
    chapters = [{"id": "all", "name": "总则", "articles": [{"id": "one", "text": text}]}]
    book = changed(book, "policy", "promotion-policy", chapters=chapters)
    told = [one for one in UNLINKED.find(book) if one.key[1] == "promotion-policy"]
    assert [one.facts["link"] for one in told if isinstance(one, Finding)] == links


def test_months_of_different_processes_are_not_compared(retail: Handbook) -> None:
    book = changed(retail, "process", "transfer", windows=["promotion_month_first"])
    assert found(RULES, book) == []
