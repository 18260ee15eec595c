"""Working days as published, a company's own days off, and nothing guessed beyond."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import chinese_calendar
import pytest

from handbook.calendar.working_days import Calendar, NotPublished, calendar_of
from handbook.checks.laws.cn.calendar_and_limits import PUBLISHED
from handbook.company.book import Handbook

CALENDAR = Calendar(PUBLISHED)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 1), False),  # a holiday
        (date(2026, 1, 4), True),  # a Sunday worked in exchange
        (date(2026, 2, 14), True),
        (date(2026, 2, 20), False),
        (date(2026, 10, 1), False),
        (date(2026, 10, 8), True),
        (date(2026, 11, 21), False),  # a plain Saturday
        (date(2004, 1, 1), False),
        (date(2026, 12, 31), True),
    ],
)
def test_days_off_and_days_worked_in_exchange(day: date, works: bool) -> None:
    assert CALENDAR.is_working_day(day) is works


def test_every_published_day_is_as_published() -> None:
    day = date(CALENDAR.first, 1, 1)
    while day.year <= CALENDAR.last:
        assert CALENDAR.is_working_day(day) == chinese_calendar.is_workday(day), day
        day += timedelta(1)


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 30), 0, date(2026, 9, 30)),
        (date(2026, 10, 3), 0, date(2026, 10, 3)),
        (date(2026, 10, 3), 1, date(2026, 10, 8)),
        (date(2026, 10, 8), -1, date(2026, 9, 30)),
        (date(2026, 10, 9), -2, date(2026, 9, 30)),
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 2, 14), 1, date(2026, 2, 24)),
        (date(2025, 12, 31), 1, date(2026, 1, 4)),
    ],
)
def test_adding_working_days(day: date, number: int, expected: date) -> None:
    assert CALENDAR.add_working_days(day, number) == expected


def test_adding_and_counting_agree() -> None:
    for offset in range(300):
        day = date(2025, 6, 1) + timedelta(offset)
        for number in (1, 2, 5, 20):
            reached = CALENDAR.add_working_days(day, number)
            assert CALENDAR.working_days(day, reached) == number
            assert CALENDAR.is_working_day(reached)
            assert CALENDAR.add_working_days(reached + timedelta(1), -number) > day


def test_the_first_and_the_last_working_day_are_reached() -> None:
    begin, end = date(CALENDAR.first, 1, 1), date(CALENDAR.last, 12, 31)
    days = [begin + timedelta(offset) for offset in range((end - begin).days + 1)]
    working = [day for day in days if CALENDAR.is_working_day(day)]
    assert CALENDAR.add_working_days(begin - timedelta(1), 1) == working[0]
    assert CALENDAR.add_working_days(working[1], -1) == working[0]
    assert CALENDAR.add_working_days(working[0], len(working) - 1) == working[-1]
    for first_day, number in ((working[0], -1), (working[0], len(working)), (end, 1)):
        with pytest.raises(NotPublished):
            CALENDAR.add_working_days(first_day, number)


def test_days_off_of_the_companys_own() -> None:
    own = Calendar(PUBLISHED, [date(2026, 12, 31), date(2026, 10, 8), date(2026, 10, 3)])
    assert not own.is_working_day(date(2026, 12, 31))
    assert own.add_working_days(date(2026, 9, 30), 1) == date(2026, 10, 9)
    assert own.working_days(date(2026, 9, 30), date(2026, 10, 9)) == 1
    assert CALENDAR.is_working_day(date(2026, 12, 31))


@pytest.mark.parametrize(
    ("ask", "year"),
    [
        (lambda: CALENDAR.is_working_day(date(CALENDAR.last + 1, 1, 1)), CALENDAR.last + 1),
        (lambda: CALENDAR.is_working_day(date(2003, 12, 31)), 2003),
        (lambda: CALENDAR.add_working_days(date(CALENDAR.last, 12, 31), 1), CALENDAR.last + 1),
        (lambda: CALENDAR.add_working_days(date(2004, 1, 1), -1), 2003),
        (lambda: CALENDAR.working_days(date(2026, 1, 1), date(2030, 1, 1)), 2030),
    ],
)
def test_years_without_a_calendar_are_never_guessed(ask: object, year: int) -> None:
    with pytest.raises(NotPublished) as raised:
        ask()  # type: ignore[operator]
    assert raised.value.year == year
    assert str(year) in str(raised.value)


def test_the_covered_years() -> None:
    assert CALENDAR.years[0] == 2004
    assert CALENDAR.years[-1] == CALENDAR.last >= 2026


def test_companies_with_the_same_days_off_share_a_calendar(
    filled_books: dict[str, Handbook], book: Handbook
) -> None:
    own, other = filled_books["xingqiao-retail"], filled_books["yihe-elder-care"]
    assert calendar_of(own) is calendar_of(other)
    days_off = {"days_off": (date(2026, 12, 31),)}
    off, again = (
        replace(each, company=each.company.model_copy(update=days_off)) for each in (own, other)
    )
    assert calendar_of(off) is calendar_of(again)
    assert calendar_of(off) is not calendar_of(own)
    assert calendar_of(book) is not calendar_of(own)  # no country


def test_without_a_country_every_week_is_alike() -> None:
    plain = Calendar(None, [date(2026, 10, 9)])
    assert plain.exceptions == (date(2026, 10, 9),)
    assert plain.add_working_days(date(2026, 9, 30), 7) == date(2026, 10, 12)
    assert plain.is_working_day(date(2026, 1, 1))
    assert not plain.is_working_day(date(2026, 1, 4))
    assert plain.add_working_days(date(1970, 1, 1), -260) == date(1969, 1, 2)
    assert plain.working_days(date(2099, 12, 31), date(2150, 12, 31)) == 13305


def test_asking_about_a_year_costs_next_to_nothing() -> None:
    CALENDAR.is_working_day(date(2026, 1, 1))
    start = process_time()
    for offset in range(365):
        CALENDAR.add_working_days(date(2025, 1, 1) + timedelta(offset), 30)
    assert process_time() - start < 0.2
