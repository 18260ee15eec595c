"""Role against role: what is new, raised, kept and left behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from handbook.book import Handbook
from handbook.model import Duty, Requirement, Role

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Raised:
    """A demand of the old role and the one that takes its place."""

    before: Requirement
    after: Requirement


@dataclass(frozen=True, slots=True)
class Comparison:
    """From ``before`` to ``after``; every list keeps the order of its role's page."""

    before: Role
    after: Role
    new_requirements: tuple[Requirement, ...]
    raised_requirements: tuple[Raised, ...]
    kept_requirements: tuple[Requirement, ...]
    dropped_requirements: tuple[Requirement, ...]
    new_duties: tuple[Duty, ...]
    kept_duties: tuple[Duty, ...]
    left_duties: tuple[Duty, ...]


def compare(book: Handbook, before: Role, after: Role) -> Comparison:
    """What changes for a person who goes from one role to the other."""
    had, asked = set(before.requirements), set(after.requirements)
    raised: dict[str, str] = {}
    for identity in after.requirements:
        lower = next((i for i in _chain(book, identity) if i in had and i not in asked), None)
        if identity not in had and lower is not None:
            raised[identity] = lower
    requirements, duties = book.requirements, book.duties
    new = (i for i in after.requirements if i not in had and i not in raised)
    dropped = (i for i in before.requirements if i not in asked and i not in raised.values())
    return Comparison(
        before,
        after,
        new_requirements=_all(requirements, new),
        raised_requirements=tuple(
            Raised(requirements[lower], requirements[higher]) for higher, lower in raised.items()
        ),
        kept_requirements=_all(requirements, (i for i in after.requirements if i in had)),
        dropped_requirements=_all(requirements, dropped),
        new_duties=_all(book.duties, (i for i in after.duties if i not in before.duties)),
        kept_duties=_all(duties, (i for i in after.duties if i in before.duties)),
        left_duties=_all(duties, (i for i in before.duties if i not in after.duties)),
    )


def _chain(book: Handbook, identity: str) -> Iterable[str]:
    """The demands that a requirement raises, the nearest first."""
    lower = book.requirements[identity].expands_on
    while lower is not None:
        yield str(lower)
        lower = book.requirements[lower].expands_on


def _all(things: Mapping[str, T], ids: Iterable[str]) -> tuple[T, ...]:
    return tuple(things[identity] for identity in ids)
