"""Each level asks at least what the one below asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.checks.finding import Finding, NotChecked, Told
from handbook.checks.lacking import unfilled
from handbook.checks.levels.comparable import Demand, demands
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Named
from handbook.model import Role

Pair = tuple[tuple[str, ...], tuple[str, ...]]


def find(book: Handbook) -> Iterator[Told]:
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
                    if isinstance(finding, NotChecked):
                        yield finding
                        continue
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


def _compared(book: Handbook, lower: Iterable[str], higher: Iterable[str]) -> Iterator[Told]:
    below, above = demands(book, lower), demands(book, higher)
    for metric in above:
        if metric not in below:
            continue
        asked = {demand.scale: demand for demand in above[metric]}
        common = [demand.scale for demand in below[metric] if demand.scale in asked]
        for scale in dict.fromkeys(common):
            lows, highs = (
                [d for d in ds if d.scale == scale] for ds in (below[metric], above[metric])
            )
            yield from _on_one_scale(book, metric, lows, highs)
        if not common:
            yield _two_scales(book, metric, below[metric][0], above[metric][0])


def _on_one_scale(
    book: Handbook, metric: str, lows: list[Demand], highs: list[Demand]
) -> Iterator[Told]:
    """The strictest that the higher level asks, beside the mildest that the lower one does.

    Whatever stands where a value is open, it makes the one only stricter and the other milder: if
    the known ones are right, all are; and so they are where both levels ask by one parameter.
    """
    if {d.value.parameter.id for d in lows} & {d.value.parameter.id for d in highs}:
        return
    known = [(d.strictness, d) for d in highs if d.strictness is not None]
    other = [(d.strictness, d) for d in lows if d.strictness is not None]
    strictest = max(known, key=lambda one: one[0], default=None)
    mildest = min(other, key=lambda one: one[0], default=None)
    if strictest and mildest and strictest[0] >= mildest[0]:
        return
    open_ = tuple(
        unfilled(
            book, *(str(d.value.parameter.id) for d in (*lows, *highs) if d.strictness is None)
        )
    )
    yield from open_
    if not open_ and strictest and mildest:
        demand, less = strictest[1], mildest[1]
        facts = {
            "metric": Named(book, "metric", metric),
            "value": Valued(demand.value),
            "below": Valued(less.value),
            "id": str(less.requirement.id),
        }
        key = ("requirement", str(demand.requirement.id))
        about = (("metric", metric), ("requirement", str(less.requirement.id)))
        yield Finding("HB801", key, demand.path, facts, about=about)


def _two_scales(book: Handbook, metric: str, low: Demand, high: Demand) -> NotChecked:
    facts = {"metric": Named(book, "metric", metric), "id": str(low.requirement.id)}
    return NotChecked("scale", ("requirement", str(high.requirement.id)), high.path, facts)


RULE = Rule("HB801", find)
