"""On which days a process runs: its longest route laid over the calendar, as pure data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from handbook.calendar.routes import Length, Route, length_of, longest_route
from handbook.calendar.working_days import Calendar, NotPublished, calendar_of
from handbook.company.book import Handbook
from handbook.model import Process


@dataclass(frozen=True, slots=True)
class DatedSegment:
    """A segment from the day on which its deadline begins to run to its last day."""

    step: str
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class Case:
    """One probation by date, if everybody takes as long as allowed.

    ``decided`` is None, and ``segments`` stop, where the calendar is not published yet.
    """

    end: date
    applied: date
    decided: date | None
    segments: tuple[DatedSegment, ...]

    @property
    def days_late(self) -> int | None:
        """Days from the end to the decision; negative if it falls earlier, None if unknown."""
        return (self.decided - self.end).days if self.decided else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A process that must end by the last day of probation.

    ``short`` is the longest route without returns, ``long`` that with all returns. ``worst`` is the
    date of ``years`` on which the decision on the long route falls latest; ``needed`` the smallest
    ``closes`` (in its unit) with which it is in time on every date. ``unpublished`` is the first
    year about which nothing can be said.
    """

    opens: Length | None
    closes: Length
    short: Route
    long: Route
    years: tuple[int, int]
    worst: Case | None
    needed: int
    unpublished: int
    calendar: Calendar

    @property
    def in_time(self) -> bool:
        """Whether the decision is in time on every date of ``years``."""
        return self.needed <= self.closes.number

    def case(self, end: date, *, returns: bool = True) -> Case:
        """The dates for a probation with this last day. Raises NotPublished for the application."""
        route = self.long if returns else self.short
        return _case(self.calendar, route, self.closes, end)


def timeline(book: Handbook, process: Process) -> Timeline | None:
    """The timeline of a process with a fixed end; None if it has none or a value is open."""
    start = process.start
    if start is None or process.must_end_by is None:
        return None
    closes = length_of(book, start.closes)
    if closes is None:
        return None
    short = longest_route(book, process, returns=False, until_decision=True)
    long = longest_route(book, process, returns=True, until_decision=True)
    if not short or not long:
        return None
    calendar = calendar_of(book)
    years = checked_years(book, calendar)
    needed, worst = _search(calendar, tuple(s.length for s in long), closes, years)
    return Timeline(
        opens=length_of(book, start.opens), closes=closes, short=short, long=long, years=years,
        worst=_case(calendar, long, closes, worst) if worst else None,
        needed=needed, unpublished=calendar.last + 1, calendar=calendar,
    )  # fmt: skip


def checked_years(book: Handbook, calendar: Calendar) -> tuple[int, int]:
    """From the year in which the handbook comes into force to the last one with a calendar.

    Without a country every week is alike but for the company's days off: to the year after, or to
    the last that has such a day.
    """
    begins = (book.company.effective_on or book.today).year
    if book.country.published is None:
        last = max([begins + 1, *(day.year for day in book.company.days_off)])
        return begins, min(last, calendar.last)
    return max(calendar.first, min(begins, calendar.last)), calendar.last


def dated(calendar: Calendar, route: Route, start: date) -> tuple[DatedSegment, ...]:
    """The segments by date; they stop before the first that ends in a year not published."""
    found: list[DatedSegment] = []
    try:
        for segment in route:
            ends = segment.length.after(start, calendar)
            found.append(DatedSegment(segment.step, start, ends))
            start = ends
    except NotPublished:
        pass
    return tuple(found)


def _case(calendar: Calendar, route: Route, closes: Length, end: date) -> Case:
    applied = closes.before(end, calendar)
    segments = dated(calendar, route, applied)
    decided = segments[-1].ends if len(segments) == len(route) else None
    return Case(end, applied, decided, segments)


@lru_cache(maxsize=4096)
def _search(
    calendar: Calendar, lengths: tuple[Length, ...], closes: Length, years: tuple[int, int]
) -> tuple[int, date | None]:
    """The least sufficient ``closes``, and the last day of probation with the latest decision."""
    lengths = _merged(lengths)
    needed = 0
    worst: tuple[int, date] | None = None
    first, last = date(years[0], 1, 1).toordinal(), date(years[1], 12, 31).toordinal()
    for ordinal in range(first, last + 1):
        end = date.fromordinal(ordinal)
        try:
            applied = closes.before(end, calendar)
            late = _days_late(calendar, lengths, applied, end)
            if late is not None and (worst is None or late > worst[0]):
                worst = (late, end)
            while _is_late(calendar, lengths, closes.of(needed).before(end, calendar), end):
                needed += 1
        except NotPublished:  # before the first year with a calendar
            continue
    return needed, worst[1] if worst else None


def _days_late(
    calendar: Calendar, lengths: tuple[Length, ...], applied: date, end: date
) -> int | None:
    """Days from ``end`` to the decision, None if the calendar does not reach so far."""
    day = applied
    try:
        for length in lengths:
            day = length.after(day, calendar)
    except NotPublished:
        return None
    return (day - end).days


def _is_late(calendar: Calendar, lengths: tuple[Length, ...], applied: date, end: date) -> bool:
    """Whether the decision falls after ``end``; known also where the calendar ends with ``end``."""
    if len(lengths) == 1 and lengths[0].unit == "working_days":
        return calendar.working_days(applied, end) < lengths[0].number
    late = _days_late(calendar, lengths, applied, end)
    return late is None or late > 0


def _merged(lengths: tuple[Length, ...]) -> tuple[Length, ...]:
    """Deadlines of the same kind that follow each other, as one; months end on other days then."""
    merged: list[Length] = []
    for length in lengths:
        if merged and merged[-1].unit == length.unit != "months":
            merged[-1] = length.of(merged[-1].number + length.number)
        elif length.number:
            merged.append(length)
    return tuple(merged)
