"""HB603: who applies in one promotion window may still be waiting when the next one opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from handbook.calendar.routes import Route, longest_route
from handbook.calendar.timeline import checked_years, dated
from handbook.calendar.working_days import Calendar, calendar_of
from handbook.checks.finding import COMPANY, DAYS_OFF, Finding, Told
from handbook.checks.lacking import length, undated, unfilled, unpublished
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.model import Process
from handbook.words.facts import Day


def find(book: Handbook) -> Iterator[Told]:
    calendar = calendar_of(book)
    for process in book.processes.values():
        if not process.windows:
            continue
        route = longest_route(book, process, returns=True, until_decision=False)
        openings = _openings(book, process, calendar)
        late, told = _late(calendar, route, openings) if route else (None, True)
        if late is None:
            yield from unfilled(book, *process.windows)
            yield from length(book, process, until_decision=False)
            if route and openings and not told:
                yield undated(book, process)
            yield from unpublished(book, (segment.length for segment in route or ()))
            continue
        opened, following, parameter, ends = late
        facts = {
            "process": Wording(process.name, book),
            "opened": Day(opened),
            "next": Day(following),
            "ends": Day(ends),
        }
        about = (("process", str(process.id)), DAYS_OFF)
        yield Finding("HB603", COMPANY, ("values", parameter), facts, about=about)


def _openings(book: Handbook, process: Process, calendar: Calendar) -> list[tuple[date, str]]:
    """The days on which windows open, with the parameter of the month; empty if one is open."""
    first, last = checked_years(book, calendar)
    months: dict[int, str] = {}
    for parameter in process.windows:
        month = book.values[parameter].whole
        if month is None:
            return []
        months.setdefault(month, str(parameter))
    years = range(max(first - 1, calendar.first), last + 1)
    days = [(date(year, month, 1), months[month]) for year in years for month in sorted(months)]
    before = sum(day.year < first for day, _ in days)
    return days[max(before - 1, 0) :]  # with the last window of the year before


def _late(
    calendar: Calendar, route: Route, openings: list[tuple[date, str]]
) -> tuple[tuple[date, date, str, date] | None, bool]:
    """The first window that is not over when the next opens, and when it is over.

    And whether each window could be dated: nothing is said of years that are not published.
    """
    told = len(openings) > 1
    for (opened, _), (following, parameter) in pairwise(openings):
        segments = dated(calendar, route, opened - timedelta(1))
        if len(segments) < len(route):
            told = False
        elif segments[-1].ends >= following:
            return (opened, following, parameter, segments[-1].ends), True
    return None, told


RULE = Rule("HB603", find, "warning")
