"""How long a process takes and on which days: the longest way through its steps, as pure data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from math import prod

from handbook.book import Handbook
from handbook.calendar import Calendar, NotPublished, calendar_of
from handbook.model import Process
from handbook.model.process import End, Offset, Step

_MOST_STATES = 512


@dataclass(frozen=True, slots=True)
class Length:
    """A number of working days or of calendar days."""

    days: int
    working: bool

    @property
    def weight(self) -> int:
        """To compare lengths of both kinds: a week has five working days."""
        return self.days * (7 if self.working else 5)

    def after(self, day: date, calendar: Calendar) -> date:
        """The last day of a deadline that begins to run on ``day``. Raises NotPublished."""
        if self.working:
            return calendar.add_working_days(day, self.days)
        return day + timedelta(self.days)

    def before(self, day: date, calendar: Calendar) -> date:
        """The day that lies this long before ``day``. Raises NotPublished."""
        return Length(-self.days, self.working).after(day, calendar)


@dataclass(frozen=True, slots=True)
class Segment:
    """One visit to a step on a way through a process."""

    step: str
    length: Length


@dataclass(frozen=True, slots=True)
class DatedSegment:
    """A segment from the day on which its deadline begins to run to its last day."""

    step: str
    begins: date
    ends: date


Way = tuple[Segment, ...]
_State = tuple[tuple[int, ...], int]


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

    ``short`` is the longest way without returns, ``long`` that with all returns. ``worst`` is the
    date of ``years`` on which the decision on the long way falls latest; ``needed`` the smallest
    ``closes`` (in its unit) with which it is in time on every date. ``unpublished`` is the first
    year about which nothing can be said.
    """

    opens: Length | None
    closes: Length
    short: Way
    long: Way
    years: tuple[int, int]
    worst: Case | None
    needed: int
    unpublished: int
    calendar: Calendar

    @property
    def in_time(self) -> bool:
        """Whether the decision is in time on every date of ``years``."""
        return self.needed <= self.closes.days

    def case(self, end: date, *, returns: bool = True) -> Case:
        """The dates for a probation with this last day. Raises NotPublished for the application."""
        way = self.long if returns else self.short
        return _case(self.calendar, way, self.closes, end)


def timeline(book: Handbook, process: Process) -> Timeline | None:
    """The timeline of a process with a fixed end; None if it has none or a value is open."""
    closes = length_of(book, process.start.closes) if process.start else None
    if process.must_end_by is None or closes is None:
        return None
    short = longest_way(book, process, returns=False, until_decision=True)
    long = longest_way(book, process, returns=True, until_decision=True)
    if not short or not long:
        return None
    calendar = calendar_of(book.company.days_off)
    years = checked_years(book, calendar)
    needed, worst = _search(calendar, tuple(s.length for s in long), closes, years)
    return Timeline(
        opens=length_of(book, process.start.opens) if process.start else None,
        closes=closes, short=short, long=long, years=years,
        worst=_case(calendar, long, closes, worst) if worst else None,
        needed=needed, unpublished=calendar.last + 1, calendar=calendar,
    )  # fmt: skip


def checked_years(book: Handbook, calendar: Calendar) -> tuple[int, int]:
    """From the year in which the handbook comes into force to the last one with a calendar."""
    begins = (book.company.effective_on or book.today).year
    return max(calendar.first, min(begins, calendar.last)), calendar.last


def length_of(book: Handbook, offset: Offset | None) -> Length | None:
    """How long before its anchor an offset lies, None if nobody says."""
    return length_of_parameter(book, offset.by) if offset else None


def length_of_parameter(book: Handbook, parameter: str) -> Length | None:
    """The value of a parameter of days or working days, None while it is open."""
    value = book.values[parameter]
    if not isinstance(value.raw, int) or value.parameter.type not in {"days", "working_days"}:
        return None
    return Length(value.raw, working=value.parameter.type == "working_days")


def longest_way(
    book: Handbook, process: Process, *, returns: bool, until_decision: bool
) -> Way | None:
    """The longest way from the start; None if a value on it is open or it leads nowhere.

    With ``until_decision`` it runs until the employee has the decision: a refusal to the end, as
    reasons are given and the decision is handed over on the way; a grant only to the step that
    decides, as formalities may follow later. Where the application has a last day
    (``start.closes``) the first step takes no time of its own, as that day is when it ends.
    Each return is taken as often as ``at_most`` allows; a branch back without a limit never is.
    """
    lengths: list[Length] = []
    for step in process.steps:
        length = length_of_parameter(book, step.within) if step.within else Length(0, working=True)
        if length is None:
            return None
        lengths.append(length)
    place = {str(node.id): index for index, node in enumerate(process.nodes)}
    forward: list[tuple[int, ...]] = []
    limited: list[tuple[int, int, int]] = []
    for index, step in enumerate(process.steps):
        ahead = [place[step.next]] if step.next is not None else []
        for outcome in step.outcomes:
            if outcome.at_most is None:
                ahead.append(place[outcome.to])
            elif returns:
                limit = book.values[outcome.at_most].raw
                if not isinstance(limit, int):
                    return None
                limited.append((index, place[outcome.to], limit))
        forward.append(tuple(ahead))
    applied = process.start is not None and process.start.closes is not None
    goals = frozenset(
        i for i, n in enumerate(process.nodes) if _is_goal(n, process, until_decision)
    )
    walk = _longest(tuple(forward), tuple(limited), tuple(lengths), goals, applied)
    steps = process.steps
    return tuple(Segment(str(steps[i].id), length) for i, length in walk) if walk else None


def _is_goal(node: Step | End, process: Process, until_decision: bool) -> bool:
    if until_decision and any(step.decides for step in process.steps):
        return node.decides if isinstance(node, Step) else node.result == "refused"
    return isinstance(node, End)


@lru_cache(maxsize=4096)
def _longest(
    forward: tuple[tuple[int, ...], ...],
    limited: tuple[tuple[int, int, int], ...],
    lengths: tuple[Length, ...],
    goals: frozenset[int],
    applied: bool,
) -> tuple[tuple[int, Length], ...]:
    """Steps (by number) of the longest walk from step 0 to a goal, empty if there is none.

    A state is a node and how often each limited branch was taken; branches only add to the
    counts and all others go forward, so one pass in order sees each state after all before it.
    """
    order = _in_order(forward, (0, *(target for _, target, _ in limited)))
    place = {node: position for position, node in enumerate(order)}
    ahead = {  # without endless loops, of which another rule tells
        node: [target for target in forward[node] if place[target] > place[node]]
        for node in order
        if node < len(forward)
    }
    limits = [limit for _, _, limit in limited]
    while prod(limit + 1 for limit in limits) > _MOST_STATES:
        limits[limits.index(max(limits))] -= 1  # rather too short than no answer
    start: _State = ((0,) * len(limits), 0)
    reached: dict[_State, tuple[int, _State | None]] = {start: (0, None)}
    best: tuple[int, _State] | None = None
    for counts in product(*(range(limit + 1) for limit in limits)):
        for node in order:
            state = (counts, node)
            if state not in reached:
                continue
            weight = reached[state][0]
            if node < len(lengths) and not (applied and state == start):
                weight += lengths[node].weight
            if node in goals and (best is None or weight > best[0]):
                best = (weight, state)
            ways = [(counts, target) for target in ahead.get(node, ())]
            for branch, (source, target, _) in enumerate(limited):
                if source == node and counts[branch] < limits[branch]:
                    taken = (*counts[:branch], counts[branch] + 1, *counts[branch + 1 :])
                    ways.append((taken, target))
            for way in ways:
                if way not in reached or weight > reached[way][0]:
                    reached[way] = (weight, state)
    walk: list[tuple[int, Length]] = []
    back = best[1] if best else None
    while back is not None:
        node = back[1]
        if node < len(lengths):
            begins = applied and back == start
            walk.append((node, Length(0, working=True) if begins else lengths[node]))
        back = reached[back][1]
    return tuple(reversed(walk))


def _in_order(forward: tuple[tuple[int, ...], ...], roots: tuple[int, ...]) -> list[int]:
    """What can be reached from ``roots``, each after all that lead to it (but for endless loops).

    Nodes without an entry in ``forward`` lead nowhere.
    """
    done: dict[int, None] = {}
    seen: set[int] = set()
    stack: list[tuple[int, Iterator[int]]] = [(-1, iter(roots))]
    while stack:
        node, ahead = stack[-1]
        target = next(ahead, None)
        if target is None:
            done[node] = None
            stack.pop()
        elif target not in seen:
            seen.add(target)
            stack.append((target, iter(forward[target] if target < len(forward) else ())))
    return list(reversed(done))[1:]


def dated(calendar: Calendar, way: Way, start: date) -> tuple[DatedSegment, ...]:
    """The segments by date; they stop before the first that ends in a year not published."""
    found: list[DatedSegment] = []
    try:
        for segment in way:
            ends = segment.length.after(start, calendar)
            found.append(DatedSegment(segment.step, start, ends))
            start = ends
    except NotPublished:
        pass
    return tuple(found)


def _case(calendar: Calendar, way: Way, closes: Length, end: date) -> Case:
    applied = closes.before(end, calendar)
    segments = dated(calendar, way, applied)
    decided = segments[-1].ends if len(segments) == len(way) else None
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
            while _is_late(
                calendar, lengths, Length(needed, closes.working).before(end, calendar), end
            ):
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
    if len(lengths) == 1 and lengths[0].working:
        return calendar.working_days(applied, end) < lengths[0].days
    late = _days_late(calendar, lengths, applied, end)
    return late is None or late > 0


def _merged(lengths: tuple[Length, ...]) -> tuple[Length, ...]:
    """Deadlines of the same kind that follow each other, as one."""
    merged: list[Length] = []
    for length in lengths:
        if merged and merged[-1].working == length.working:
            merged[-1] = Length(merged[-1].days + length.days, length.working)
        elif length.days:
            merged.append(length)
    return tuple(merged)
