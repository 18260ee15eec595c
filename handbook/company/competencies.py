"""What a demand is about, and what a demand or a duty grows out of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from handbook.company.book import Handbook
from handbook.model import Competency, Duty, Proficiency, Requirement

T = TypeVar("T", Requirement, Duty)


def lower(things: Mapping[str, T], identity: str) -> Iterator[str]:
    """The ids that a demand or a duty expands on, the nearest first.

    Ends where an id is not there, or leads back to one that was.
    """
    seen = {identity}
    below = things[identity].expands_on
    while below is not None and below in things and below not in seen:
        seen.add(below)
        yield str(below)
        below = things[below].expands_on


def named_competency(book: Handbook, requirement: Requirement) -> str | None:
    """The id that a demand itself says, else the nearest one that it expands on."""
    below = (book.requirements[identity] for identity in lower(book.requirements, requirement.id))
    named = (one.competency for one in (requirement, *below) if one.competency)
    return next(map(str, named), None)


def competency_of(book: Handbook, requirement: Requirement) -> Competency | None:
    """What a demand is about, if the data says it."""
    named = named_competency(book, requirement)
    return book.competencies.get(named) if named else None


def level_of(book: Handbook, requirement: Requirement) -> Proficiency | None:
    """How well one has to have what a demand is about, if the data says it."""
    competency = competency_of(book, requirement) if requirement.level else None
    levels = competency.levels if competency else ()
    return next((level for level in levels if level.id == requirement.level), None)
