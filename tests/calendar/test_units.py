"""Numbers and units: 20.0 is 20, and what is given in months is counted, not passed over."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from places import POLICY

from handbook.calendar.date_inputs import rules_of
from handbook.calendar.dates import my_dates
from handbook.calendar.months import last_day
from handbook.calendar.routes import Length, Unit, length_of_parameter
from handbook.calendar.timeline import timeline
from handbook.calendar.working_days import Calendar, NotPublished
from handbook.checks.check_all import check_company
from handbook.checks.laws.cn.calendar_and_limits import PUBLISHED
from handbook.company.book import Handbook
from handbook.company.workshop import Workshop
from handbook.pages.dates_data import rules_data
from handbook.pages.views.timelines import process_times
from handbook.reading.library import load
from handbook.words.problem import Problem

HEAD = "id: tried\nname: 示例公司\nshort_name: 示例\nextends: xingqiao-retail\nvalues:\n"
TODAY = date(2026, 11, 21)
CALENDAR = Calendar(PUBLISHED)
Tried = Callable[..., tuple[Handbook, tuple[Problem, ...]]]


@pytest.fixture
def tried(tmp_path: Path) -> Tried:
    """A company that extends another, with other values and other types of parameters."""

    def make(values: dict[str, object], **types: str) -> tuple[Handbook, tuple[Problem, ...]]:
        data = tmp_path / "policy_data"
        others = ("blank-company", "lancheng-service-desk", "yihe-elder-care")
        shutil.copytree(POLICY, data, ignore=shutil.ignore_patterns(*others))
        folder = data / "companies" / "tried"
        folder.mkdir()
        lines = "".join(f"  {name}: {value}\n" for name, value in values.items())
        (folder / "company.yml").write_text(HEAD + (lines or "  {}\n"), encoding="utf-8")
        changes = "".join(
            f"- {{id: {name}, type: {kind}, min: null, max: null}}\n"
            for name, kind in types.items()
        )
        if changes:
            (folder / "parameters.yml").write_text(changes, encoding="utf-8")
        book, problems = check_company(Workshop(load(data), TODAY), "tried")
        assert book is not None
        return book, tuple(problem for problem in problems if problem.blocks)

    return make


# —— decimals ——


def test_a_whole_decimal_is_the_same_number(
    tried: Tried, filled_books: dict[str, Handbook]
) -> None:
    whole = filled_books["xingqiao-retail"]
    numbers = {
        name: f"{value.raw}.0" for name, value in whole.values.items() if type(value.raw) is int
    }
    assert {"promotion_month_first", "apply_closes_days", "tenure_junior"} < set(numbers)
    book, problems = tried(numbers)
    assert problems == ()
    assert all(type(book.values[name].raw) is int for name in numbers)
    assert rules_data(book) == rules_data(whole)
    assert process_times(book, "zh") == process_times(whole, "zh")
    days = [
        my_dates(one, one.roles["junior-agent"], TODAY, 36, since=TODAY, today=TODAY)
        for one in (book, whole)
    ]
    assert days[0] == days[1]


def test_a_decimal_does_not_hide_that_a_decision_comes_too_late(tried: Tried) -> None:
    _, problems = tried({"apply_closes_days": "20.0"})
    assert [problem.code for problem in problems] == ["HB601"]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("apply_closes_days", "20.5", "HB413"),
        ("promotion_month_first", "3.5", "HB413"),
        ("promotion_month_first", "13.0", "HB414"),
        ("promotion_month_first", "0", "HB414"),
        ("return_limit", "1.5", "HB413"),
    ],
)
def test_a_fraction_where_none_is_meant_is_an_error(
    tried: Tried, name: str, value: str, code: str
) -> None:
    _, (problem,) = tried({name: value})
    assert (problem.code, problem.place.line) == (code, 6)


# —— months ——


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-30", 1, "2026-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-02-28", 1, "2026-03-31"),  # a term from the first of March
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-05-31", -1, "2026-04-30"),
        ("2026-03-15", -3, "2025-12-15"),
        ("2026-03-30", -1, "2026-02-28"),
        ("2026-07-01", 0, "2026-07-01"),
    ],
)
def test_a_deadline_of_months(day: str, months: int, last: str) -> None:
    start = date.fromisoformat(day)
    assert Length(months, "months").after(start, CALENDAR).isoformat() == last


@pytest.mark.parametrize("unit", ["days", "months"])
def test_no_length_leads_out_of_the_calendar(unit: Unit) -> None:
    with pytest.raises(NotPublished):
        Length(36_500 * 100, unit).after(date(2026, 1, 1), CALENDAR)


def test_a_step_of_months_stays_in_the_timetable(tried: Tried) -> None:
    """An acting period of three months: the whole process vanished from HR's timetable."""
    book, problems = tried({"promotion_training_days": 3}, promotion_training_days="months")
    assert problems == ()
    (promotion,) = (time for time in process_times(book, "zh") if time.id == "promotion")
    *_, before, training = promotion.rows
    assert training.begins == before.ends
    assert training.ends == last_day(before.ends.replace(day=before.ends.day + 1), 3)


def test_a_window_may_be_open_for_months(tried: Tried) -> None:
    book, problems = tried({"promotion_apply_days": 1}, promotion_apply_days="months")
    assert [problem.code for problem in problems] == []
    found = my_dates(
        book, book.roles["junior-agent"], date(2020, 1, 1), 36,
        since=date(2020, 1, 1), today=date(2026, 1, 1),
    )  # fmt: skip
    days = {event.kind: event.day for event in found}
    assert (days["window-opens"], days["window-closes"]) == (date(2026, 3, 1), date(2026, 3, 31))


def test_the_last_day_to_apply_may_be_given_in_months(tried: Tried) -> None:
    book, problems = tried(
        {"apply_opens_days": 2, "apply_closes_days": 1},
        apply_opens_days="months", apply_closes_days="months",
    )  # fmt: skip
    line = timeline(book, book.processes["confirmation"])
    assert line is not None
    assert line.closes == Length(1, "months")
    end, needed = date(2026, 1, 1), 0
    while end.year == 2026:
        day = line.closes.of(needed).before(end, CALENDAR)
        try:
            for segment in line.long:
                day = segment.length.after(day, CALENDAR)
            late = day > end
        except NotPublished:
            late = True
        needed, end = (needed + 1, end) if late else (needed, date.fromordinal(end.toordinal() + 1))
    assert line.needed == needed > 1
    (problem,) = problems
    assert problem.code == "HB601"
    assert f"从 1 改为至少 {needed}" in problem.message("zh")


@pytest.mark.parametrize(
    ("opens", "closes", "unit", "codes"),
    [
        (2, 59, "days", []),  # the shortest two months
        (2, 60, "days", ["HB602"]),
        (1, 50, "days", ["HB602"]),
        (2, 30, "working_days", []),
        (1, 40, "working_days", ["HB602"]),
    ],
)
def test_days_to_apply_in_two_units_are_compared(
    tried: Tried, opens: int, closes: int, unit: str, codes: list[str]
) -> None:
    _, problems = tried(
        {"apply_opens_days": opens, "apply_closes_days": closes},
        apply_opens_days="months", apply_closes_days=unit,
    )  # fmt: skip
    assert [problem.code for problem in problems] == codes


def test_applications_do_not_open_months_before_the_first_day(tried: Tried) -> None:
    _, problems = tried({"apply_opens_days": 3}, apply_opens_days="months")
    assert [problem.code for problem in problems] == ["HB606"]


def test_a_tenure_may_be_given_in_months(tried: Tried, filled_books: dict[str, Handbook]) -> None:
    whole = filled_books["xingqiao-retail"]
    years = whole.values["tenure_junior"].raw
    assert isinstance(years, int)
    book, problems = tried({"tenure_junior": years * 12}, tenure_junior="months")
    assert problems == ()
    rules = [rules_of(one, one.roles["junior-agent"]) for one in (book, whole)]
    assert rules[0] == rules[1]


@pytest.mark.parametrize("unit", ["days", "working_days", "months"])
def test_every_type_that_a_period_takes_has_a_length(tried: Tried, unit: str) -> None:
    book, _ = tried({"hr_review_days": 1}, hr_review_days=unit)
    length = length_of_parameter(book, "hr_review_days")
    assert length is not None
    assert length.unit == unit
