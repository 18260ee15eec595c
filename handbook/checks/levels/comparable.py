"""Demands that can be compared: the same figure, on the same scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.model import Requirement
from handbook.model.base import FieldPath

_MONTHS = {"months": 1, "years": 12}


@dataclass(frozen=True, slots=True)
class Demand:
    """A threshold of a requirement; ``strictness`` is greater the more it asks, None while open.

    Only demands on the same ``scale`` can be compared: field, type and full score.
    """

    requirement: Requirement
    value: Value
    scale: tuple[str, ...]
    strictness: float | None

    @property
    def path(self) -> FieldPath:
        """Where the requirement names the threshold."""
        return "measure", self.scale[0]


def demands(book: Handbook, ids: Iterable[str]) -> dict[str, list[Demand]]:
    """What the requirements ask of each figure, by its id."""
    found: dict[str, list[Demand]] = {}
    for identity in ids:
        requirement = book.requirements[str(identity)]
        measure = requirement.measure
        if measure is not None:
            value = book.values[measure.threshold]
            field = "at_least" if measure.at_least else "at_most"
            scale = (field, value.parameter.type, str(value.parameter.out_of or ""))
            demand = Demand(requirement, value, scale, _strictness(value, field))
            found.setdefault(str(measure.metric), []).append(demand)
    return found


def _strictness(value: Value, field: str) -> float | None:
    if not isinstance(value.raw, (int, float)):
        return None
    return value.raw if field == "at_least" else -value.raw


def months(value: Value | None) -> float | None:
    """A time of months or years as months, None if it is open or no such time."""
    if value is None or not isinstance(value.raw, (int, float)):
        return None
    factor = _MONTHS.get(value.parameter.type)
    return value.raw * factor if factor else None
