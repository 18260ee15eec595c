"""A field counts with a parameter only if that is of a type that the field can count with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from handbook.checks.finding import Finding
from handbook.company.book import Handbook
from handbook.company.values import UnitOf, unit_of
from handbook.company.wording import Wording
from handbook.model import walk
from handbook.model.base import FieldPath, Model
from handbook.model.references import ParameterId, ThresholdId
from handbook.words.catalogue import FIRST, Phrase
from handbook.words.near import Guesses


def wrong_types(book: Handbook) -> Iterator[Finding]:
    """HB433: money where a time is meant, days where a month of the year is, and the like."""
    guesses = Guesses()
    for key, thing in chain(book.things.items(), book.gaps.partial.items()):
        for path, reference in thing.once(_references):
            parameter = book.parameters.get(reference)
            if parameter is None or parameter.type in reference.takes:
                continue
            fitting = (i for i, p in book.parameters.items() if p.type in reference.takes)
            facts: dict[str, object] = {
                "field": next(part for part in reversed(path) if isinstance(part, str)),
                "name": Wording(parameter.name, book),
                "id": parameter.id,
                "type": Phrase(f"parameter-type.{parameter.type}"),
                "takes": Phrase(f"takes.{type(reference).__name__}"),
            }
            yield Finding("HB433", key, path, facts, guesses.near(reference, fitting))


def wrong_units(book: Handbook) -> Iterator[Finding]:
    """HB435: a threshold in another unit than the figure that it is compared with.

    Told where the figure's unit is one that a type of parameter has, such as 分 or %.
    """
    known = {unit_of(kind, FIRST) for kind in ThresholdId.takes}
    for identity, requirement in book.requirements.items():
        measure = requirement.measure
        metric = book.metrics.get(measure.metric) if measure else None
        parameter = book.parameters.get(measure.threshold) if measure else None
        if measure is None or metric is None or parameter is None:
            continue
        if parameter.type not in measure.threshold.takes:  # told by HB433
            continue
        own = parameter.unit
        unit = own.zh if own else unit_of(parameter.type, FIRST)
        if unit != metric.unit.zh and metric.unit.zh in known:
            field = "at_least" if measure.at_least else "at_most"
            shown = Wording(own, book) if own else UnitOf(parameter.type)
            facts = {
                "name": Wording(parameter.name, book), "unit": shown,
                "metric": Wording(metric.name, book), "wanted": Wording(metric.unit, book),
            }  # fmt: skip
            yield Finding("HB435", ("requirement", identity), ("measure", field), facts)


def _references(thing: Model) -> tuple[tuple[FieldPath, ParameterId], ...]:
    """The fields that take only some types of parameter."""
    found = ((p, v) for p, v in walk(thing) if isinstance(v, ParameterId) and v.takes)
    return tuple(found)
