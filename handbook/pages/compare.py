"""Role against role: what is new, raised, changed, kept and left behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from handbook.company.book import Handbook
from handbook.company.competencies import competency_of, level_of, lower, named_competency
from handbook.company.values import is_number
from handbook.model import CareerPath, Competency, Duty, Key, Requirement, Role
from handbook.model.requirement import CATEGORIES, Category

T = TypeVar("T", Duty, Requirement)
Ids = Sequence[str]


@dataclass(frozen=True, slots=True)
class Raised(Generic[T]):
    """What the old role has, and what takes its place."""

    before: T
    after: T


@dataclass(frozen=True, slots=True)
class Comparison:
    """From ``before`` to ``after``; every list keeps the order of its role's page.

    A demand is raised where a chain leads to it from a lower one, or where it asks a higher level
    of the same competency; changed where nothing but the competency is the same. A duty is grown
    where it expands on one that goes.
    """

    before: Role
    after: Role
    new_requirements: tuple[Requirement, ...]
    raised_requirements: tuple[Raised[Requirement], ...]
    changed_requirements: tuple[Raised[Requirement], ...]
    kept_requirements: tuple[Requirement, ...]
    dropped_requirements: tuple[Requirement, ...]
    new_duties: tuple[Duty, ...]
    grown_duties: tuple[Raised[Duty], ...]
    kept_duties: tuple[Duty, ...]
    left_duties: tuple[Duty, ...]

    @property
    def says_something(self) -> bool:
        """Whether either role says what it does or asks."""
        roles = (self.before, self.after)
        return any(role.duties or role.requirements for role in roles)


def compare(book: Handbook, before: Role, after: Role) -> Comparison:
    """What changes for a person who goes from one role to the other."""
    had, asked = requirements_in_order(book, before), requirements_in_order(book, after)
    did, does = duties_in_order(book, before), duties_in_order(book, after)
    raised, changed = raised_and_changed(book, had, asked)
    grown = chained(book.duties, did, does)
    found = raised | changed
    return Comparison(
        before,
        after,
        new_requirements=_new(book.requirements, had, asked, found),
        raised_requirements=_pairs(book.requirements, asked, raised),
        changed_requirements=_pairs(book.requirements, asked, changed),
        kept_requirements=_all(book.requirements, (i for i in asked if i in had)),
        dropped_requirements=_gone(book.requirements, had, asked, found),
        new_duties=_new(book.duties, did, does, grown),
        grown_duties=_pairs(book.duties, does, grown),
        kept_duties=_all(book.duties, (i for i in does if i in did)),
        left_duties=_gone(book.duties, did, does, grown),
    )


def can_compare(book: Handbook) -> bool:
    """Whether there are two roles, and one says what it does or asks."""
    said = (role.duties or role.requirements for role in book.roles.values())
    return len(book.roles) > 1 and any(said)


def chained(things: Mapping[str, T], had: Ids, has: Ids) -> dict[str, str]:
    """By what is new the nearest one that it expands on, of those that go."""
    there, gone = set(had), set(had) - set(has)
    found: dict[str, str] = {}
    for identity in has:
        below = (i for i in lower(things, identity) if i in gone)
        if identity not in there and (replaced := next(below, None)):
            found[identity] = replaced
    return found


def raised_and_changed(
    book: Handbook, had: Ids, asked: Ids
) -> tuple[dict[str, str], dict[str, str]]:
    """By each demand that takes the place of another that one, raised apart from changed.

    Where no chain leads from one to the other, demands of one competency are paired in their order.
    """
    raised, changed = chained(book.requirements, had, asked), dict[str, str]()
    free: dict[str, list[str]] = {}
    for identity in had:
        about = named_competency(book, book.requirements[identity])
        if about and identity not in asked and identity not in raised.values():
            free.setdefault(about, []).append(identity)
    for identity in asked:
        about = named_competency(book, book.requirements[identity])
        if identity in had or identity in raised or not about or not free.get(about):
            continue
        before = free[about].pop(0)
        low, high = rank(book, before), rank(book, identity)
        (raised if 0 < low < high else changed)[identity] = before
    return raised, changed


def rank(book: Handbook, identity: str) -> int:
    """Which level of its competency a demand asks, from 1; 0 for none."""
    requirement = book.requirements[identity]
    competency, level = competency_of(book, requirement), level_of(book, requirement)
    return competency.levels.index(level) + 1 if competency and level else 0


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
    """The ids of a role's requirements as its page lists them: group by group."""
    return tuple(chain.from_iterable(ids for _, ids in grouped(book, map(str, role.requirements))))


def grouped(
    book: Handbook, requirements: Iterable[str]
) -> tuple[tuple[Competency | Category, tuple[str, ...]], ...]:
    """Demands of one competency together, those of none by category; in the categories' order."""
    found: dict[Key, list[str]] = {}
    asked = book.requirements
    for identity in sorted(requirements, key=lambda i: CATEGORIES.index(asked[i].category)):
        competency = named_competency(book, asked[identity])
        key = ("competency", competency) if competency else ("", asked[identity].category)
        found.setdefault(key, []).append(identity)
    return tuple(
        (book.competencies[name] if kind else asked[ids[0]].category, tuple(ids))
        for (kind, name), ids in found.items()
    )


def figure(book: Handbook, requirement: Requirement) -> str | None:
    """The parameter with the number that is asked: the threshold, else the text's only number."""
    if requirement.measure:
        return str(requirement.measure.threshold)
    named = requirement.text.parameters()
    numbers = {i for i in named if is_number(book.values[i].parameter)}
    return numbers.pop() if len(numbers) == 1 else None


def _all(things: Mapping[str, T], ids: Iterable[str]) -> tuple[T, ...]:
    return tuple(things[identity] for identity in ids)


def _new(things: Mapping[str, T], had: Ids, has: Ids, paired: Mapping[str, str]) -> tuple[T, ...]:
    return _all(things, (i for i in has if i not in had and i not in paired))


def _gone(things: Mapping[str, T], had: Ids, has: Ids, paired: Mapping[str, str]) -> tuple[T, ...]:
    replaced = set(paired.values())
    return _all(things, (i for i in had if i not in has and i not in replaced))


def _pairs(things: Mapping[str, T], order: Ids, paired: Mapping[str, str]) -> tuple[Raised[T], ...]:
    return tuple(Raised(things[paired[i]], things[i]) for i in order if i in paired)
