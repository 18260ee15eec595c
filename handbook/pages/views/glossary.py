"""Terms, competencies and metrics, each in the order of their names."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.company.competencies import competency_of
from handbook.company.wording import plain_text
from handbook.model import Competency, Metric, Term


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What the glossary prints; ``asked_of`` are the ids of roles by that of a competency."""

    terms: tuple[Term, ...]
    competencies: tuple[Competency, ...]
    metrics: tuple[Metric, ...]
    asked_of: dict[str, tuple[str, ...]]


def glossary_view(book: Handbook, lang: str) -> GlossaryView:
    """Terms by name, then competencies and metrics by name."""

    def name(thing: Term | Competency | Metric) -> str:
        return plain_text(thing.name, book, lang)

    return GlossaryView(
        tuple(sorted(book.terms.values(), key=name)),
        tuple(sorted(book.competencies.values(), key=name)),
        tuple(sorted(book.metrics.values(), key=name)),
        _asked_of(book),
    )


def _asked_of(book: Handbook) -> dict[str, tuple[str, ...]]:
    """Roles in the order of the ladders, each once."""
    found: dict[str, dict[str, None]] = {}
    for roles in book.ladders.values():
        for role in roles:
            for asked in role.requirements:
                if competency := competency_of(book, book.requirements[asked]):
                    found.setdefault(str(competency.id), {})[str(role.id)] = None
    return {identity: tuple(roles) for identity, roles in found.items()}
