"""A threshold asks for the better side of a figure."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.catalogue import Phrase


def find(book: Handbook) -> Iterator[Finding]:
    """HB803: at_least of a figure that is better when lower, or the other way round."""
    for identity, requirement in book.requirements.items():
        measure = requirement.measure
        if measure is None:
            continue
        metric = book.metrics[measure.metric]
        written = "at_least" if measure.at_least else "at_most"
        wanted = "at_least" if metric.better == "higher" else "at_most"
        if written != wanted:
            facts = {
                "metric": Wording(metric.name, book),
                "better": Phrase(f"HB803.{metric.better}"),
                "written": written,
                "wanted": wanted,
            }
            path = ("measure", written)
            key, about = ("requirement", identity), (("metric", str(measure.metric)),)
            yield Finding("HB803", key, path, facts, of_key=True, about=about)


RULE = Rule("HB803", find)
