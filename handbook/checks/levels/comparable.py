"""Demands that can be compared: the same figure, on the same scale, with values filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.model import Requirement

_MONTHS = {"months": 1, "years": 12}


@dataclass(frozen=True, slots=True)
class Demand:
    """A threshold of a requirement; ``strictness`` is greater the more it asks."""

    requirement: Requirement
    value: Value
    strictness: float


def strictest(book: Handbook, ids: Iterable[str]) -> dict[tuple[str, ...], Demand]:
    """The strictest demand of each figure and scale."""
    return _best(book, ids, 1)


def mildest(book: Handbook, ids: Iterable[str]) -> dict[tuple[str, ...], Demand]:
    """The mildest demand of each figure and scale."""
    return _best(book, ids, -1)


def months(value: Value | None) -> float | None:
    """A time of months or years as months, None if it is open or no such time."""
    if value is None or not isinstance(value.raw, (int, float)):
        return None
    factor = _MONTHS.get(value.parameter.type)
    return value.raw * factor if factor else None


def _best(book: Handbook, ids: Iterable[str], sign: int) -> dict[tuple[str, ...], Demand]:
    found: dict[tuple[str, ...], Demand] = {}
    for scale, demand in _demands(book, ids):
        known = found.get(scale)
        if known is None or demand.strictness * sign > known.strictness * sign:
            found[scale] = demand
    return found


def _demands(book: Handbook, ids: Iterable[str]) -> Iterator[tuple[tuple[str, ...], Demand]]:
    for identity in ids:
        requirement = book.requirements[str(identity)]
        measure = requirement.measure
        if measure is None:
            continue
        value = book.values[measure.threshold]
        if not isinstance(value.raw, (int, float)):
            continue
        field = "at_least" if measure.at_least else "at_most"
        parameter = value.parameter
        scale = (measure.metric, field, parameter.type, str(parameter.out_of or ""))
        yield scale, Demand(requirement, value, value.raw if measure.at_least else -value.raw)
