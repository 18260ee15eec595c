"""The most natural right wordings pass, and the plain wrong ones do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks.check_all import check_companies
from handbook.checks.laws.cn import demand_on_person, first_contract, one_probation
from handbook.checks.laws.cn.refusal_union import _UNION
from handbook.checks.laws.cn.words import said
from handbook.reading.library import load


@pytest.mark.parametrize(
    "text",
    [
        "晋升和转岗没有试用期。",
        "同一员工只有一次试用期，晋升后不再约定。",
        "转岗后不设试用期、见习期或考察期。",
        "到任新岗位不再约定试用期",
    ],
)
def test_no_second_probation_may_be_said_in_many_ways(text: str) -> None:
    assert said(text, one_probation._NEW) is None


@pytest.mark.parametrize("text", ["晋升后设三个月试用期", "转岗须经过见习期", "任命前再约定试用期"])
def test_a_second_probation_is_heard(text: str) -> None:
    assert said(text, one_probation._NEW)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("与员工签订正式合同", True),
        ("与员工订立书面合同", True),
        ("办理手续并签合同", True),
        ("核对入职时签订的劳动合同", False),
        ("不再另订劳动合同", False),
    ],
)
def test_a_first_contract(text: str, signs: bool) -> None:
    assert bool(said(text, first_contract._SIGNED)) is signs


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("事先把理由通知工会", True),
        ("听取工会意见", True),
        ("告知员工事后可以向工会反映", False),
    ],
)
def test_the_union_is_heard_only_if_it_is_asked(text: str, heard: bool) -> None:
    assert bool(_UNION.search(text)) is heard


def test_a_report_on_women_who_are_cared_for_is_no_demand_on_the_person() -> None:
    assert not demand_on_person._PERSON.search("女性长者与家属的满意度月报，性别不限")
    assert demand_on_person._PERSON.search("限女性，未婚")


@pytest.mark.parametrize("laws", ["[CN]", "[cn, us]"])
def test_a_rule_set_that_is_not_there_is_told(data: Path, laws: str) -> None:
    path = data / "companies" / "acme" / "company.yml"
    path.write_text(path.read_text("utf-8") + f"laws: {laws}\n", "utf-8")
    _, problems = check_companies(load(data), ["acme"])
    assert [problem.code for problem in problems] == ["HB427"]
