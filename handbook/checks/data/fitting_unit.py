"""A threshold has the unit of the figure that it is compared with."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.values import UnitOf, unit_of
from handbook.company.wording import Wording
from handbook.model.references import ThresholdId
from handbook.words.catalogue import FIRST


def find(book: Handbook) -> Iterator[Finding]:
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


RULE = DataRule(("HB435",), find, harmless=("HB435",))
