"""HB602, HB606, HB607: when one can apply for what must be decided by the end of probation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache

from handbook.calendar.routes import Length, length_of
from handbook.calendar.timeline import checked_years
from handbook.calendar.working_days import NotPublished, calendar_of
from handbook.checks.finding import COMPANY, DAYS_OFF, Finding, Told
from handbook.checks.lacking import undated, unfilled, unpublished
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Wording
from handbook.model import Process


def opens_late(book: Handbook) -> Iterator[Told]:
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


def opens_before_probation(book: Handbook) -> Iterator[Told]:
    """HB606: one could apply before the first day of the shortest probation of those months."""
    for process in book.processes.values():
        opens = process.start.opens if process.start else None
        if opens is None:
            continue
        for probation in _probations(book, process):
            first, months = length_of(book, opens), book.values[probation].whole
            if first is None or months is None:
                yield from unfilled(book, opens.by, probation)
                continue
            days = shortest(months)
            opened = shortest(first.number) if first.unit == "months" else first.number
            if opened >= days > 0:
                facts = {
                    "process": Wording(process.name, book),
                    "opens": Wording(book.parameters[opens.by].name, book),
                    "value": opened,
                    "probation": Wording(book.parameters[probation].name, book),
                    "months": months,
                    "days": days,
                }
                about = (("process", str(process.id)), DAYS_OFF)
                yield Finding("HB606", COMPANY, ("values", str(opens.by)), facts, about=about)


def no_last_day(book: Handbook) -> Iterator[Finding]:
    """HB607: a process that must be over by a day, but nobody says until when one can apply."""
    for process in book.processes.values():
        if process.must_end_by and not (process.start and process.start.closes):
            facts = {"process": Wording(process.name, book)}
            yield Finding("HB607", ("process", str(process.id)), ("must_end_by",), facts)


@lru_cache(maxsize=64)
def shortest(months: int) -> int:
    """The days of the shortest period of that many whole months."""
    if not 0 < months <= 1_200:  # a hundred years, beyond which nothing is counted
        return 0
    found: list[int] = []
    for month in range(1, 13):
        later = month - 1 + months
        first, last = date(2025, month, 1), (2025 + later // 12, later % 12 + 1)
        found.append((date(*last, 1) - first) // timedelta(1))
    return min(found)


def _probations(book: Handbook, process: Process) -> list[str]:
    """The parameters of the probations that this process ends, each once."""
    found: dict[str, None] = {}
    for role in book.users_of("role", ("process", str(process.id))):
        if role.confirmation and role.confirmation.process == process.id and role.probation:
            found[str(role.probation)] = None
    return list(found)


OPENS_LATE = Rule("HB602", opens_late)
BEFORE_PROBATION = Rule("HB606", opens_before_probation)
NO_LAST_DAY = Rule("HB607", no_last_day)
