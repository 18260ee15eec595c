"""One employee's dates: end of probation, days to apply, due dates, the next window.

The browser's ``dates-rules.js`` gives the same from ``handbook.pages.dates_data``; golden cases
hold both together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from handbook.calendar.date_inputs import ConfirmationRules, DateRules, PathRules, rules_of
from handbook.calendar.months import last_day, month_end
from handbook.calendar.routes import Length, Route
from handbook.calendar.timeline import dated
from handbook.calendar.working_days import Calendar, NotPublished, calendar_of
from handbook.company.book import Handbook
from handbook.model import Role

Kind = Literal[
    "apply-opens", "apply-closes", "step", "latest", "decided", "probation-ends", "automatic",
    "tenure", "window-opens", "window-closes",
]  # fmt: skip
Known = tuple[date | None, int | None]


@dataclass(frozen=True, slots=True)
class Event:
    """One date; ``day`` is None where the calendar of the year ``unpublished`` is needed.

    ``step`` belongs to ``process``; ``to`` is the role that a path leads to. A ``step`` is due if
    nothing is returned and everybody takes as long as allowed, applied for on the last day;
    ``latest`` is when it is due if everything is returned as often as allowed, and ``decided``
    when the employee then has the decision.
    """

    kind: Kind
    day: date | None
    unpublished: int | None = None
    process: str | None = None
    step: str | None = None
    to: str | None = None


def probation_months(book: Handbook, rules: DateRules, contract_months: int | None) -> int:
    """The role's probation, cut to what this contract allows; 0 if there is none."""
    return min(rules.probation, book.country.limits(book.company).most(contract_months))


def my_dates(
    book: Handbook,
    role: Role,
    entry: date,
    contract_months: int | None,
    *,
    since: date,
    today: date,
) -> tuple[Event, ...]:
    """The dates of somebody who entered on ``entry`` and holds the role ``since`` a day.

    In the order of the rules, not of the dates. ``contract_months`` None: no fixed term. The next
    window is the first whose last day to apply is neither before ``today`` nor before the tenure
    is reached.
    """
    rules = rules_of(book, role)
    months = probation_months(book, rules, contract_months)
    calendar = calendar_of(book)
    found: list[Event] = []
    if months:
        found += _confirmation(rules.confirmation, calendar, last_day(entry, months))
    for path in rules.paths:
        found += _path_on(path, calendar, since, today)
    return tuple(found)


def _confirmation(
    rules: ConfirmationRules | None, calendar: Calendar, end: date
) -> Iterator[Event]:
    if rules is None:
        yield Event("probation-ends", end)
        return
    process, line = rules.process, rules.line
    if line.opens:
        yield Event("apply-opens", *_before(end, line.opens, calendar), process)
    closes = _before(end, line.closes, calendar)
    yield Event("apply-closes", *closes, process, line.short[0].step)
    for step, known in _due(line.short, closes, calendar)[1:]:
        yield Event("step", *known, process, step)
    long = _due(line.long, closes, calendar)
    for step, known in dict(long).items():  # the last visit to each
        yield Event("latest", *known, process, step)
    yield Event("decided", *long[-1][1], process)
    yield Event("probation-ends", end, None, process)
    if rules.automatic:
        yield Event("automatic", end, None, process, rules.automatic)


def _due(route: Route, start: Known, calendar: Calendar) -> list[tuple[str, Known]]:
    """When each visit to a step ends; the year that is missing from the first unknown one on."""
    day, missing = start
    segments = dated(calendar, route, day) if day else ()
    if day and len(segments) < len(route):
        last = segments[-1].ends if segments else day
        missing = _after(last, route[len(segments)].length, calendar)[1]
    known: list[Known] = [(segment.ends, None) for segment in segments]
    known += [(None, missing)] * (len(route) - len(segments))
    return [(segment.step, at) for segment, at in zip(route, known, strict=True)]


def _path_on(path: PathRules, calendar: Calendar, since: date, today: date) -> Iterator[Event]:
    ready = last_day(since, path.tenure_months) + timedelta(1)
    if path.tenure_months:
        yield Event("tenure", ready, None, path.process, to=path.to)
    ready = max(ready, today)
    for first in _openings(path.windows, ready.year):
        last, missing = _closes(path.apply, first, calendar)
        # Of a last day that nobody knows only so much is sure: it does not fall before the month
        if last >= ready if last else (first.year, first.month) >= (ready.year, ready.month):
            yield Event("window-opens", max(first, ready), None, path.process, to=path.to)
            yield Event("window-closes", last, missing, path.process, to=path.to)
            return


def _openings(windows: tuple[int, ...], year: int) -> list[date]:
    """The first days of the windows from the year before until the year after."""
    return [date(y, month, 1) for y in range(year - 1, year + 2) for month in windows]


def _closes(apply: Length | None, first: date, calendar: Calendar) -> Known:
    """The last day of a window; its first day counts."""
    if apply is None:
        return month_end(first), None
    return _after(first - timedelta(1), apply, calendar)


def _before(day: date, length: Length, calendar: Calendar) -> Known:
    return _after(day, length.of(-length.number), calendar)


def _after(day: date, length: Length, calendar: Calendar) -> Known:
    try:
        return length.after(day, calendar), None
    except NotPublished as error:
        return None, error.year
