"""Each level asks at least what the one below asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.checks.finding import Finding
from handbook.checks.levels.comparable import mildest, strictest
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Named
from handbook.model import Role

Pair = tuple[tuple[str, ...], tuple[str, ...]]


def find(book: Handbook) -> Iterator[Finding]:
    """HB801: a promotion leads to a level that asks less of the same figure.

    Compared are the requirements of the roles, the conditions of their confirmation and the
    conditions of the promotions into them. Where a figure is asked several times, only what is
    milder than all that the level below asks is told.
    """
    seen: set[Pair] = set()
    told: set[tuple[str, str]] = set()
    entries = _entries(book)
    for role in book.roles.values():
        for path in role.paths:
            if path.type != "promotion":
                continue
            target = book.roles[path.to]
            for pair in _pairs(role, target, entries.get(role.id), path.requirements):
                if pair in seen:
                    continue
                seen.add(pair)
                for finding in _compared(book, *pair):
                    requirement = finding.key[1]
                    other = str(finding.facts["id"])
                    if (requirement, other) not in told:
                        told.add((requirement, other))
                        yield finding


def _entries(book: Handbook) -> dict[str, tuple[str, ...]]:
    """What the promotions into a role ask; only where there is one such way in."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for role in book.roles.values():
        for path in role.paths:
            if path.type == "promotion":
                found.setdefault(str(path.to), []).append(path.requirements)
    return {role: ways[0] for role, ways in found.items() if len(ways) == 1}


def _pairs(
    role: Role, target: Role, entry: tuple[str, ...] | None, path: tuple[str, ...]
) -> Iterator[Pair]:
    yield role.requirements, target.requirements
    if role.confirmation and target.confirmation:
        yield role.confirmation.requirements, target.confirmation.requirements
    if entry:
        yield entry, path


def _compared(book: Handbook, lower: Iterable[str], higher: Iterable[str]) -> Iterator[Finding]:
    below = mildest(book, lower)
    for scale, demand in strictest(book, higher).items():
        other = below.get(scale)
        if other is None or demand.strictness >= other.strictness:
            continue
        metric, field = scale[:2]
        facts = {
            "metric": Named(book, "metric", metric),
            "value": Valued(demand.value),
            "below": Valued(other.value),
            "id": str(other.requirement.id),
        }
        key = ("requirement", str(demand.requirement.id))
        about = (("metric", metric), ("requirement", str(other.requirement.id)))
        yield Finding("HB801", key, ("measure", field), facts, about=about)


RULE = Rule("HB801", find)
