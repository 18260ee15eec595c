"""Role against role: what is new, raised, kept and left behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from handbook.company.book import Handbook
from handbook.company.values import is_number
from handbook.model import CareerPath, Duty, Requirement, Role
from handbook.model.requirement import CATEGORIES

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

    @property
    def says_something(self) -> bool:
        """Whether either role says what it does or asks."""
        roles = (self.before, self.after)
        return any(role.duties or role.requirements for role in roles)


def compare(book: Handbook, before: Role, after: Role) -> Comparison:
    """What changes for a person who goes from one role to the other."""
    before_asks, after_asks = (
        requirements_in_order(book, before),
        requirements_in_order(book, after),
    )
    before_does, after_does = duties_in_order(book, before), duties_in_order(book, after)
    had, asked = set(before_asks), set(after_asks)
    raised: dict[str, str] = {}
    for identity in after_asks:
        lower = next(
            (i for i in lower_demands(book, identity) if i in had and i not in asked), None
        )
        if identity not in had and lower is not None:
            raised[identity] = lower
    requirements, duties = book.requirements, book.duties
    new = (i for i in after_asks if i not in had and i not in raised)
    dropped = (i for i in before_asks if i not in asked and i not in raised.values())
    return Comparison(
        before,
        after,
        new_requirements=_all(requirements, new),
        raised_requirements=tuple(
            Raised(requirements[lower], requirements[higher]) for higher, lower in raised.items()
        ),
        kept_requirements=_all(requirements, (i for i in after_asks if i in had)),
        dropped_requirements=_all(requirements, dropped),
        new_duties=_all(duties, (i for i in after_does if i not in before_does)),
        kept_duties=_all(duties, (i for i in after_does if i in before_does)),
        left_duties=_all(duties, (i for i in before_does if i not in after_does)),
    )


def can_compare(book: Handbook) -> bool:
    """Whether there are two roles, and one says what it does or asks."""
    said = (role.duties or role.requirements for role in book.roles.values())
    return len(book.roles) > 1 and any(said)


def steps(book: Handbook) -> dict[tuple[str, str], tuple[CareerPath, ...]]:
    """The steps of all career paths, from role to role; two roles may have several ways."""
    found: dict[tuple[str, str], tuple[CareerPath, ...]] = {}
    for roles in book.ladders.values():
        for role in roles:
            for path in role.paths:
                step = (str(role.id), str(path.to))
                found[step] = (*found.get(step, ()), path)
    return found


def duties_in_order(book: Handbook, role: Role) -> tuple[str, ...]:
    """The ids of a role's duties as its page lists them: area by area."""
    ids = tuple(map(str, role.duties))
    areas = list(dict.fromkeys(book.duties[i].area for i in ids))
    return tuple(sorted(ids, key=lambda i: areas.index(book.duties[i].area)))


def requirements_in_order(book: Handbook, role: Role) -> tuple[str, ...]:
    """The ids of a role's requirements as its page lists them: category by category."""
    ids = map(str, role.requirements)
    return tuple(sorted(ids, key=lambda i: CATEGORIES.index(book.requirements[i].category)))


def figure(book: Handbook, requirement: Requirement) -> str | None:
    """The parameter with the number that is asked: the threshold, else the text's only number."""
    if requirement.measure:
        return str(requirement.measure.threshold)
    named = requirement.text.parameters()
    numbers = {i for i in named if is_number(book.values[i].parameter)}
    return numbers.pop() if len(numbers) == 1 else None


def lower_demands(book: Handbook, identity: str) -> Iterator[str]:
    """The ids of the demands that a requirement raises, the nearest first."""
    lower = book.requirements[identity].expands_on
    while lower is not None:
        yield str(lower)
        lower = book.requirements[lower].expands_on


def _all(things: Mapping[str, T], ids: Iterable[str]) -> tuple[T, ...]:
    return tuple(things[identity] for identity in ids)
