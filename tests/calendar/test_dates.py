"""An employee's dates are those of the checks, and the same as before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from dates_cases import golden_text
from hypothesis import given
from hypothesis import strategies as st

from handbook.calendar.date_inputs import DateRules, PathRules, rules_of
from handbook.calendar.dates import Event, my_dates
from handbook.calendar.months import last_day, months_of_years
from handbook.calendar.routes import Length, Unit
from handbook.calendar.timeline import timeline
from handbook.calendar.working_days import Calendar, calendar_of
from handbook.checks.laws.cn.calendar_and_limits import COUNTRY, STATUTORY
from handbook.company.book import Handbook
from handbook.company.days_and_limits import NO_COUNTRY, NO_PROBATION
from handbook.company.values import Value
from handbook.pages.dates_data import calendar_data

Golden = Callable[[str, str], None]
COMPANIES = ("lancheng-service-desk", "xingqiao-retail", "yihe-elder-care")
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def one(events: tuple[Event, ...], kind: str) -> Event:
    (event,) = (event for event in events if event.kind == kind)
    return event


def with_values(book: Handbook, unit: Unit | None = None, **raw: int | None) -> Handbook:
    """The same handbook with other values, of another unit if one is given."""
    values = dict(book.values)
    for name, number in raw.items():
        own = book.values[name].parameter
        values[name] = Value(own.model_copy(update={"type": unit}) if unit else own, number)
    return replace(book, values=values)


@pytest.mark.parametrize("company", COMPANIES)
def test_golden_cases(company: str, filled_books: dict[str, Handbook], golden: Golden) -> None:
    golden(f"dates/{company}.json", golden_text(filled_books[company]))


# —— months ——


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2026-03-02", 3, "2026-06-01"),
        ("2026-12-01", 3, "2027-02-28"),
        ("2026-01-28", 1, "2026-02-27"),
        ("2026-01-29", 1, "2026-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-03-02", 0, "2026-03-01"),
    ],
)
def test_last_day_of_a_term(start: str, months: int, last: str) -> None:
    assert last_day(date.fromisoformat(start), months).isoformat() == last


@given(DAYS, st.integers(0, 24))
def test_terms_grow_with_their_start_and_their_months(start: date, months: int) -> None:
    last = last_day(start, months)
    assert last <= last_day(start + timedelta(1), months)
    assert last < last_day(start, months + 1)
    # two terms after each other are never longer than one of both together
    assert last_day(last + timedelta(1), 3) <= last_day(start, months + 3) + timedelta(3)


def test_years_become_months_and_a_part_of_a_month_counts() -> None:
    assert [months_of_years(years) for years in (1, 1.5, 0.1, 2.25)] == [12, 18, 2, 27]


# —— probation ——


@pytest.mark.parametrize("company", COMPANIES)
def test_the_dates_are_those_of_the_checks(company: str, filled_books: dict[str, Handbook]) -> None:
    book = filled_books[company]
    seen = 0
    for role in book.roles.values():
        if role.confirmation is None:
            continue
        line = timeline(book, book.processes[role.confirmation.process])
        assert line is not None
        for entry in (date(2025, 9, 30), date(2026, 3, 2), date(2026, 10, 20)):
            events = my_dates(book, role, entry, 36, since=entry, today=entry)
            end = one(events, "probation-ends").day
            assert end is not None
            short, long = line.case(end, returns=False), line.case(end)
            assert one(events, "apply-closes").day == short.applied == long.applied
            due = [(e.step, e.day) for e in events if e.kind == "step" and e.day]
            assert due == [(s.step, s.ends) for s in short.segments[1:]]
            assert one(events, "decided").day == long.decided
            latest = {e.step: e.day for e in events if e.kind == "latest" and e.day}
            assert latest.items() <= {s.step: s.ends for s in long.segments}.items()
            seen += 1
    assert seen > 6


# Where nearly every date of a probation is published, and one can count back as well
PUBLISHED = st.dates(date(2005, 1, 1), date(2026, 3, 1))


@given(entry=PUBLISHED, data=st.data())
def test_due_dates_are_working_days_in_order(
    filled_books: dict[str, Handbook], entry: date, data: st.DataObject
) -> None:
    book = filled_books["xingqiao-retail"]
    calendar = calendar_of(book)
    role = book.roles[data.draw(st.sampled_from(sorted(book.roles)))]
    events = my_dates(book, role, entry, 36, since=entry, today=entry)
    due = [e for e in events if e.kind == "step"]
    known = [e.day for e in due if e.day]
    assert known == sorted(known)
    assert all(calendar.is_working_day(day) for day in known)
    for event in events:
        assert (event.day is None) == (event.unpublished is not None)
        assert event.unpublished not in calendar.years
    rules = rules_of(book, role).confirmation
    assert rules is not None
    closes = one(events, "apply-closes").day
    assert closes is not None
    assert len(known) == len(due)
    back = known[-1]
    for segment in reversed(rules.line.short[1:]):
        back = segment.length.before(back, calendar)
    # the inverse: counted back, one comes to the day to apply or the working day before it
    assert calendar.working_days(min(back, closes), max(back, closes)) <= 1


@given(entry=DAYS, more=st.integers(1, 40))
def test_who_comes_later_has_later_dates(
    filled_books: dict[str, Handbook], entry: date, more: int
) -> None:
    book = filled_books["yihe-elder-care"]
    role, later = book.roles["junior-agent"], entry + timedelta(more)
    first = my_dates(book, role, entry, 36, since=entry, today=entry)
    second = my_dates(book, role, later, 36, since=later, today=later)
    for before, after in zip(first, second, strict=False):
        if before.kind == after.kind and before.step == after.step and before.day and after.day:
            assert before.day <= after.day


def test_a_shorter_contract_shortens_the_probation(filled_books: dict[str, Handbook]) -> None:
    book = filled_books["xingqiao-retail"]
    role, entry = book.roles["junior-agent"], date(2026, 3, 2)

    def end(months: int | None) -> date | None:
        events = my_dates(book, role, entry, months, since=entry, today=entry)
        return next((e.day for e in events if e.kind == "probation-ends"), None)

    assert end(36) == end(None) == end(60) == date(2026, 6, 1)
    assert end(24) == end(12) == date(2026, 5, 1)
    assert end(6) == end(3) == date(2026, 4, 1)
    assert end(2) is None


def test_a_contract_without_probation(filled_books: dict[str, Handbook]) -> None:
    book = filled_books["xingqiao-retail"]
    company = book.company.model_copy(update={"contract_type": "part_time"})
    assert book.country.limits(company) == NO_PROBATION
    part_time = replace(book, company=company)
    role, day = part_time.roles["junior-agent"], date(2026, 3, 2)
    events = my_dates(part_time, role, day, None, since=day, today=day)
    assert {event.kind for event in events} == {"tenure", "window-opens", "window-closes"}
    assert NO_COUNTRY.limits(company).most(1) == 600
    assert STATUTORY.most(None) == 6


def test_open_values_give_no_dates_and_say_so(real_books: dict[str, Handbook]) -> None:
    blank = real_books["blank-company"]
    role, day = blank.roles["junior-agent"], date(2026, 3, 2)
    assert my_dates(blank, role, day, 36, since=day, today=day) == ()
    assert rules_of(blank, role).open


@pytest.mark.parametrize(("months", "open_"), [(3, True), (0, False)])
def test_without_a_probation_nothing_of_its_end_is_open(
    months: int, open_: bool, filled_books: dict[str, Handbook]
) -> None:
    book = filled_books["xingqiao-retail"]
    role = book.roles["junior-agent"]
    assert role.probation
    found = rules_of(with_values(book, **{role.probation: months}, apply_closes_days=None), role)
    assert (found.probation, found.confirmation, found.open) == (months, None, open_)


def test_a_role_without_probation_and_confirmation_has_its_paths_only(book: Handbook) -> None:
    junior, day = book.roles["junior"], date(2026, 3, 2)
    path = PathRules("senior", "promotion", 24, (), Length(5, "working_days"))
    assert rules_of(book, junior) == DateRules(0, False, None, (path,))
    found = my_dates(book, junior, day, 36, since=day, today=day)
    assert found == (Event("tenure", date(2028, 3, 2), None, "promotion", to="senior"),)


def test_the_end_of_probation_is_told_while_the_days_to_apply_are_open(
    filled_books: dict[str, Handbook],
) -> None:
    book, day = filled_books["xingqiao-retail"], date(2026, 3, 2)
    open_ = with_values(book, apply_closes_days=None)
    events = my_dates(open_, open_.roles["junior-agent"], day, 36, since=day, today=day)
    assert events[0] == Event("probation-ends", date(2026, 6, 1))
    assert {e.kind for e in events[1:]} == {"tenure", "window-opens", "window-closes"}


@pytest.mark.parametrize("unit", ["days", "working_days", "months"])
def test_the_days_to_apply_are_counted_back_in_their_unit(
    unit: Unit, filled_books: dict[str, Handbook]
) -> None:
    opens, closes = Length(2, unit), Length(1, unit)
    book, day = filled_books["xingqiao-retail"], date(2026, 3, 2)
    book = with_values(book, unit, apply_opens_days=2, apply_closes_days=1)
    events = my_dates(book, book.roles["junior-agent"], day, 36, since=day, today=day)
    end = date(2026, 6, 1)
    assert one(events, "apply-opens").day == opens.before(end, calendar_of(book))
    assert one(events, "apply-closes").day == closes.before(end, calendar_of(book))


@pytest.mark.parametrize(
    ("names", "windows"),
    [
        (["tenure_junior"], None),
        (["promotion_apply_days"], None),
        (["promotion_month_first", "promotion_month_second"], None),
        (["promotion_month_first"], (9,)),
    ],
)
def test_a_path_has_dates_while_what_they_depend_on_is_filled_in(
    names: list[str], windows: tuple[int, ...] | None, filled_books: dict[str, Handbook]
) -> None:
    book = filled_books["xingqiao-retail"]
    found = rules_of(with_values(book, **dict.fromkeys(names)), book.roles["junior-agent"]).paths
    known = {path.process: path.windows for path in found}
    assert known.pop("transfer") == ()
    assert known == ({} if windows is None else {"promotion": windows})


def test_a_window_without_days_to_apply_is_open_for_its_month(
    filled_books: dict[str, Handbook],
) -> None:
    book, day = filled_books["xingqiao-retail"], date(2026, 1, 5)
    promotion = book.processes["promotion"]
    first = promotion.steps[0].model_copy(update={"within": None})
    free = promotion.model_copy(update={"steps": (first, *promotion.steps[1:])})
    book = replace(book, things={**book.things, ("process", "promotion"): free}, _by_kind={})
    role = book.roles["junior-agent"]
    (path,) = (path for path in rules_of(book, role).paths if path.process == "promotion")
    assert path.apply is None
    events = my_dates(book, role, day, 36, since=date(2020, 1, 1), today=day)
    ends = [one(events, f"window-{kind}").day for kind in ("opens", "closes")]
    assert ends == [date(2026, 3, 1), date(2026, 3, 31)]


def test_a_year_without_a_calendar_is_named(filled_books: dict[str, Handbook]) -> None:
    book = filled_books["xingqiao-retail"]
    role, entry = book.roles["junior-agent"], date(2026, 12, 1)
    events = my_dates(book, role, entry, 36, since=entry, today=entry)
    assert one(events, "probation-ends").day == date(2027, 2, 28)
    assert one(events, "apply-closes").day == date(2027, 1, 3)
    assert {(e.day, e.unpublished) for e in events if e.kind in ("step", "decided")} == {
        (None, 2027)
    }


# —— the next window ——


@pytest.mark.parametrize(
    ("since", "today", "opens", "closes"),
    [
        # the windows of this company are March and September, open for ten working days
        ("2024-12-20", "2025-06-01", "2026-03-01", "2026-03-13"),
        ("2025-03-10", "2025-06-01", "2026-03-10", "2026-03-13"),  # reached while it is open
        ("2025-03-13", "2025-06-01", "2026-03-13", "2026-03-13"),
        ("2025-03-14", "2025-06-01", "2026-09-01", "2026-09-14"),  # a day too late
        ("2020-01-01", "2026-03-14", "2026-09-01", "2026-09-14"),  # long reached: from today on
        ("2020-01-01", "2026-09-15", "2027-03-01", 2027),
        ("2026-03-10", "2026-03-10", "2027-03-10", 2027),  # may be open still: not guessed
        ("2026-04-02", "2026-04-02", "2027-09-01", 2027),
    ],
)
def test_the_next_window(
    since: str, today: str, opens: str, closes: str | int, filled_books: dict[str, Handbook]
) -> None:
    book = filled_books["xingqiao-retail"]
    start = date.fromisoformat(since)
    events = my_dates(
        book, book.roles["junior-agent"], start, 36, since=start, today=date.fromisoformat(today)
    )
    assert one(events, "window-opens").day == date.fromisoformat(opens)
    last = one(events, "window-closes")
    assert (last.day.isoformat() if last.day else last.unpublished) == closes


def test_the_calendar_of_the_browser_names_the_exceptions() -> None:
    data = calendar_data(Calendar(COUNTRY.published, [date(2026, 3, 5)]))
    days = data["exceptions"]["2026"].split()
    assert {"0101", "0104", "0305"} <= set(days)
    assert "0306" not in days
