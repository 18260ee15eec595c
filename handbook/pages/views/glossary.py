"""Terms and metrics, each in the order of their names."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.company.wording import plain_text
from handbook.model import Metric, Term


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What the glossary prints."""

    terms: tuple[Term, ...]
    metrics: tuple[Metric, ...]


def glossary_view(book: Handbook, lang: str) -> GlossaryView:
    """Terms by name, then metrics by name."""

    def name(thing: Term | Metric) -> str:
        return plain_text(thing.name, book, lang)

    terms = sorted(book.terms.values(), key=name)
    return GlossaryView(tuple(terms), tuple(sorted(book.metrics.values(), key=name)))
