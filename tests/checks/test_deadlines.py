"""HB6xx: each rule on the data it is for, by value, by date and by place; silent on sound data."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from changing import found
from places import POLICY

from handbook.checks.check_all import check_company
from handbook.checks.deadlines import DEADLINE_RULES
from handbook.checks.deadlines.opens_before_probation import shortest
from handbook.checks.example import example
from handbook.checks.laws.cn.customs.publicity import RULE as PUBLICITY
from handbook.company.book import Handbook
from handbook.company.workshop import Workshop
from handbook.reading.library import load
from handbook.words.catalogue import Said
from handbook.words.facts import Day
from handbook.words.problem import Problem

RULES = (*DEADLINE_RULES, PUBLICITY)
HEAD = "id: tried\nname: 示例公司\nshort_name: 示例\nextends: xingqiao-retail\n"
Found = tuple[Problem, ...]
Check = Callable[..., Found]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """The HB6xx findings of a company that extends another and writes these files."""

    def run(company_yml: str = "", **files: str) -> Found:
        data = tmp_path / "policy_data"
        others = ("blank-company", "lancheng-service-desk", "yihe-elder-care")
        shutil.copytree(POLICY, data, ignore=shutil.ignore_patterns(*others))
        folder = data / "companies" / "tried"
        folder.mkdir()
        own = HEAD + company_yml
        (folder / "company.yml").write_text(own, encoding="utf-8")
        for name, text in files.items():
            path = folder / f"{name.replace('__', '/')}.yml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        _, problems = check_company(Workshop(load(data), date(2026, 11, 21)), "tried")
        assert all(problem.code > "HB5" for problem in problems), problems
        return tuple(problem for problem in problems if problem.code.startswith("HB6"))

    return run


def values(**numbers: int) -> str:
    return "values:\n" + "".join(f"  {name}: {number}\n" for name, number in numbers.items())


def day(problem: Problem, name: str) -> date:
    fact = problem.facts[name]
    assert isinstance(fact, Day)
    return fact.day


def codes(found: Found) -> list[str]:
    return [problem.code for problem in found]


def test_the_examples_have_no_finding(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        assert found(RULES, book) == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
@pytest.mark.parametrize("which", ["fail", "pass"])
def test_each_rule_has_examples_that_fail_and_pass(code: str, which: str, tmp_path: Path) -> None:
    data = tmp_path / "policy_data"
    shutil.copytree(POLICY, data)
    written = example(code, which)
    assert written is not None
    written.write(data)
    _, problems = check_company(Workshop(load(data)), "example")
    folder = data / "companies" / "example"
    found = tuple(
        (Path(p.place.file).relative_to(folder).as_posix(), p.place.line, p.code) for p in problems
    )
    assert found == written.marks
    assert bool(found) == (which == "fail")


# —— HB601 ——


@pytest.mark.parametrize("closes", [14, 30, 41])
def test_too_late(check: Check, closes: int) -> None:
    (problem,) = check(values(apply_closes_days=closes))
    assert problem.code == "HB601"
    assert problem.severity == "error"
    assert problem.place.line == 6
    assert problem.facts["needed"] == 42
    assert problem.facts["value"] == closes
    assert day(problem, "decided") > day(problem, "end") > day(problem, "applied")


def test_in_time_with_exactly_the_days_needed(check: Check) -> None:
    assert check(values(apply_closes_days=42)) == ()


def test_the_worst_date_is_told(check: Check) -> None:
    (problem,) = check(values(apply_closes_days=41))
    assert [day(problem, name) for name in ("applied", "decided", "end")] == [
        date(2026, 1, 13), date(2026, 2, 24), date(2026, 2, 23),
    ]  # fmt: skip
    message = problem.message("zh")
    days = ("2026 年 1 月 13 日", "2026 年 2 月 24 日", "2026 年 2 月 23 日")
    for part in (*days, "转正流程", "转正申请截止日", "42"):
        assert part in message
    assert "2026-02-24" in problem.message("en")


def test_longer_deadlines_are_found_at_the_last_day_to_apply(check: Check) -> None:
    (problem,) = check(values(hr_review_days=10))
    assert problem.code == "HB601"
    assert problem.place.file.endswith("xingqiao-retail/company.yml")


def test_more_returns_make_it_late(check: Check) -> None:
    assert codes(check(values(return_limit=2))) == ["HB601"]


def test_both_processes_are_told_each_by_itself(check: Check) -> None:
    found = check(values(apply_closes_days=20, leader_apply_closes_days=20))
    assert codes(found) == ["HB601", "HB601"]
    names = {process.say("zh") for p in found if isinstance(process := p.facts["process"], Said)}
    assert names == {"转正流程", "管理岗位转正流程"}


def test_own_days_off_make_it_late(check: Check) -> None:
    days = "".join(f"  - 2026-06-{day:02}\n" for day in range(1, 31))
    problem, _ = check(f"days_off:\n{days}{values(apply_closes_days=42)}")
    assert problem.code == "HB601"
    assert date(2026, 6, 1) <= day(problem, "end") <= date(2026, 7, 31)


def test_a_return_without_a_limit_is_not_counted_here(check: Check) -> None:
    change = """\
id: confirmation
steps:
  - id: hr-review
    outcomes:
      - label: 同意
        to: formalities
      - label: 不符合转正条件
        to: union-notice
        reasons: true
"""
    assert check(values(apply_closes_days=41), processes__confirmation=change) == ()


def test_effective_in_a_year_without_a_calendar_tries_the_last_one(check: Check) -> None:
    (problem,) = check("effective_on: 2029-01-01\n" + values(apply_closes_days=20))
    assert problem.code == "HB601"
    assert day(problem, "end").year == 2026


# —— HB602, HB606, HB607 ——


@pytest.mark.parametrize(("opens", "late"), [(55, True), (56, False), (57, False)])
def test_opens_later_than_closes(check: Check, opens: int, late: bool) -> None:
    assert codes(check(values(apply_opens_days=opens))) == (["HB602"] if late else [])


@pytest.mark.parametrize(("opens", "early"), [(88, False), (89, True), (120, True)])
def test_opens_before_probation(check: Check, opens: int, early: bool) -> None:
    found = check(values(apply_opens_days=opens))
    assert codes(found) == (["HB606"] if early else [])


def test_a_shorter_probation_needs_a_shorter_window(check: Check) -> None:
    (problem,) = check(values(probation_months=2))
    assert (problem.code, problem.facts["days"]) == ("HB606", 59)


@pytest.mark.parametrize(
    ("months", "days"), [(1, 28), (2, 59), (3, 89), (6, 181), (12, 365), (0, 0), (-1, 0)]
)
def test_the_shortest_months(months: int, days: int) -> None:
    assert shortest(months) == days


def test_no_last_day_to_apply(check: Check) -> None:
    change = "id: confirmation\nstart: null\n"
    (problem,) = check(processes__confirmation=change)
    assert problem.code == "HB607"
    assert problem.place.file.endswith("policy_data/processes/confirmation.yml")


# —— HB603 ——


@pytest.mark.parametrize(
    ("first", "second", "late"),
    [(3, 9, False), (3, 8, False), (3, 7, True), (3, 4, True), (9, 3, False), (3, 12, True)],
)
def test_windows(check: Check, first: int, second: int, late: bool) -> None:
    found = check(values(promotion_month_first=first, promotion_month_second=second))
    assert codes(found) == (["HB603"] if late else [])
    assert all(problem.severity == "warning" for problem in found)


def test_the_window_that_comes_too_early_is_pointed_at(check: Check) -> None:
    (problem,) = check(values(promotion_month_first=3, promotion_month_second=12))
    assert problem.place.line == 6
    assert (day(problem, "opened"), day(problem, "next")) == (date(2025, 12, 1), date(2026, 3, 1))


# —— HB604 ——


@pytest.mark.parametrize(("publicity", "appeal", "overlap"), [(5, 5, 0), (4, 5, 1), (7, 5, 0)])
def test_publicity_and_appeal(check: Check, publicity: int, appeal: int, overlap: int) -> None:
    found = check(values(publicity_days=publicity, appeal_deadline_days=appeal))
    assert codes(found) == ["HB604"] * overlap


def test_publicity_of_a_process_without_appeal(check: Check) -> None:
    change = "id: promotion\nappeal: null\n"
    assert check(values(publicity_days=3), processes__promotion=change) == ()
