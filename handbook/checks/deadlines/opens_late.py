"""Applications open in time for the last day to apply."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from handbook.calendar.routes import Length, length_of
from handbook.calendar.timeline import checked_years
from handbook.calendar.working_days import NotPublished, calendar_of
from handbook.checks.finding import COMPANY, DAYS_OFF, Finding, Told
from handbook.checks.lacking import undated, unfilled, unpublished
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Told]:
    """HB602: one can apply only after the last day to apply."""
    for process in book.processes.values():
        opens = process.start.opens if process.start else None
        closes = process.start.closes if process.start else None
        if opens is None or closes is None:
            continue
        first, last = length_of(book, opens), length_of(book, closes)
        if first is None or last is None:
            yield from unfilled(book, opens.by, closes.by)
            continue
        later = _is_later(book, first, last)
        if later is None:
            yield undated(book, process)
        elif not later and first.unit != last.unit:
            yield from unpublished(book, (first, last))
        elif later:
            alike = first.unit == last.unit
            facts = {
                "process": Wording(process.name, book),
                "opens": Wording(book.parameters[opens.by].name, book),
                "closes": Wording(book.parameters[closes.by].name, book),
                "value": first.number if alike else Valued(book.values[opens.by]),
                "last": last.number if alike else Valued(book.values[closes.by]),
            }
            about = (("process", str(process.id)), DAYS_OFF)
            yield Finding("HB602", COMPANY, ("values", str(opens.by)), facts, about=about)


def _is_later(book: Handbook, first: Length, last: Length) -> bool | None:
    """Whether applications open after the last day to apply, be it at the end of one probation.

    None if the calendar tells no such day.
    """
    if first.unit == last.unit:
        return first.number < last.number
    calendar = calendar_of(book)
    years = checked_years(book, calendar)
    end, told = date(years[0], 1, 1), False
    while end.year <= years[1]:
        with suppress(NotPublished):  # before the first year with a calendar
            if first.before(end, calendar) > last.before(end, calendar):
                return True
            told = True
        end += timedelta(1)
    return False if told else None


RULE = Rule("HB602", find)
