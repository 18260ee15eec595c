"""The company's days off leave something to count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handbook.calendar.working_days import calendar_of
from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook


def find(book: Handbook) -> Iterator[Finding]:
    """HB438: a year in which not one working day is left; nothing can be counted then."""
    days = book.company.days_off
    calendar = calendar_of(book) if days else None
    for year in dict.fromkeys(day.year for day in days):
        if calendar is None or year not in calendar.years:
            continue
        if not calendar.working_days(date(year - 1, 12, 31), date(year, 12, 31)):
            first = next(index for index, day in enumerate(days) if day.year == year)
            yield Finding("HB438", COMPANY, ("days_off", first), {"year": year})


RULE = DataRule(("HB438",), find)
