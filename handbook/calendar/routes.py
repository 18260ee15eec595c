"""The longest route through a process, in working days, calendar days and months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from itertools import product
from math import prod
from typing import Literal

import networkx as nx

from handbook.calendar.months import last_day
from handbook.calendar.working_days import Calendar, NotPublished
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.model import Process
from handbook.model.process import End, Offset, Step

Unit = Literal["days", "working_days", "months"]
_WEIGHTS: dict[Unit, int] = {"days": 5, "working_days": 7, "months": 152}  # fifths of a day
_UNITS: dict[str, Unit] = {unit: unit for unit in _WEIGHTS}
_MOST_STATES = 512


@dataclass(frozen=True, slots=True)
class Length:
    """A number of working days, of calendar days or of months."""

    number: int
    unit: Unit

    @property
    def weight(self) -> int:
        """To compare lengths of all kinds: a week has five working days, a month 30.4 days."""
        return self.number * _WEIGHTS[self.unit]

    def of(self, number: int) -> Length:
        """Another number of the same unit."""
        return Length(number, self.unit)

    def after(self, day: date, calendar: Calendar) -> date:
        """The last day of a deadline that begins to run on ``day``. Raises NotPublished.

        ``day`` itself does not count: one of months is a term that begins the day after.
        """
        if self.unit == "working_days":
            return calendar.add_working_days(day, self.number)
        try:
            if self.unit == "months":
                return last_day(day + timedelta(1), self.number)
            return day + timedelta(self.number)
        except (OverflowError, ValueError) as error:  # after a thousand steps of a hundred years
            raise NotPublished(MAXYEAR) from error

    def before(self, day: date, calendar: Calendar) -> date:
        """The day that lies this long before ``day``. Raises NotPublished."""
        return self.of(-self.number).after(day, calendar)


@dataclass(frozen=True, slots=True)
class Segment:
    """One visit to a step on a route through a process."""

    step: str
    length: Length


Route = tuple[Segment, ...]
_NO_TIME = Length(0, "working_days")
_State = tuple[tuple[int, ...], int]


def length_of(book: Handbook, offset: Offset | None) -> Length | None:
    """How long before its anchor an offset lies, None if nobody says."""
    return length_of_parameter(book, offset.by) if offset else None


def length_of_parameter(book: Handbook, parameter: str) -> Length | None:
    """The value of a parameter that a period can take, None while it is open."""
    value = book.values[parameter]
    number, unit = value.whole, _UNITS.get(value.parameter.type)
    return Length(number, unit) if number is not None and unit is not None else None


def longest_route(
    book: Handbook, process: Process, *, returns: bool, until_decision: bool
) -> Route | None:
    """The longest route from the start; None if a value on it is open or it leads nowhere.

    With ``until_decision`` it runs until the employee has the decision: a refusal to the end, as
    reasons are given and the decision is handed over on the route; a grant only to the step that
    decides, as formalities may follow later. Where the application has a last day
    (``start.closes``) the first step takes no time of its own, as that day is when it ends.
    Each return is taken as often as ``at_most`` allows; a branch back without a limit never is.
    """
    lengths: list[Length] = []
    for step in process.steps:
        length = length_of_parameter(book, step.within) if step.within else _NO_TIME
        if length is None:
            return None
        lengths.append(length)
    place = {str(node.id): index for index, node in enumerate(process.nodes)}
    forward: list[tuple[int, ...]] = []
    limited: list[tuple[int, int, int]] = []
    for index, step in enumerate(process.steps):
        ahead: list[int] = []
        for arrow in flow_of(process).after[step.id]:
            if arrow.outcome is None or arrow.outcome.at_most is None:
                ahead.append(place[arrow.target])
            elif returns:
                limit = book.values[arrow.outcome.at_most].whole
                if limit is None:
                    return None
                limited.append((index, place[arrow.target], limit))
        forward.append(tuple(ahead))
    applied = process.start is not None and process.start.closes is not None
    goals = frozenset(
        i for i, n in enumerate(process.nodes) if _is_goal(n, process, until_decision)
    )
    walk = _longest(tuple(forward), tuple(limited), tuple(lengths), goals, applied)
    steps = process.steps
    return tuple(Segment(str(steps[i].id), length) for i, length in walk) if walk else None


def has_no_end(process: Process, *, until_decision: bool) -> bool:
    """Whether a step on the way has no deadline, so that no later day can be told.

    That of the first doesn't count where the application has a last day.
    """
    graph = flow_of(process).graph
    goals = [str(node.id) for node in process.nodes if _is_goal(node, process, until_decision)]
    before = set(goals).union(*(nx.ancestors(graph, goal) for goal in goals if goal in graph))
    applied = process.start is not None and process.start.closes is not None
    steps = process.steps[1 if applied else 0 :]
    return any(not step.within and str(step.id) in before for step in steps)


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
            routes = [(counts, target) for target in ahead.get(node, ())]
            for branch, (source, target, _) in enumerate(limited):
                if source == node and counts[branch] < limits[branch]:
                    taken = (*counts[:branch], counts[branch] + 1, *counts[branch + 1 :])
                    routes.append((taken, target))
            for route in routes:
                if route not in reached or weight > reached[route][0]:
                    reached[route] = (weight, state)
    walk: list[tuple[int, Length]] = []
    back = best[1] if best else None
    while back is not None:
        node = back[1]
        if node < len(lengths):
            begins = applied and back == start
            walk.append((node, _NO_TIME if begins else lengths[node]))
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
