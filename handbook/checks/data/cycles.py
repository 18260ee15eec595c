"""Career paths upward, lines of command and chains of requirements and duties come to an end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import networkx as nx

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.model.base import FieldPath

Arrow = tuple[str, str, FieldPath]


def find(book: Handbook) -> Iterator[Finding]:
    """HB405: promotions, reports_to, parent or expands_on that lead back to where they began.

    A transfer, which may lead back by another one, must not lead to its own role.
    """
    promotions: list[Arrow] = [
        (str(role.id), str(path.to), ("paths", i, "to"))
        for role in book.roles.values()
        for i, path in enumerate(role.paths)
        if path.type == "promotion"
    ]
    stays: list[Arrow] = [  # transfers may go back and forth, but lead somewhere else
        (str(role.id), str(role.id), ("paths", i, "to"))
        for role in book.roles.values()
        for i, path in enumerate(role.paths)
        if path.type == "transfer" and path.to == role.id
    ]
    superiors: list[Arrow] = [
        (str(role.id), str(role.reports_to), ("reports_to",))
        for role in book.roles.values()
        if role.reports_to
    ]
    parents: list[Arrow] = [
        (str(department.id), str(department.parent), ("parent",))
        for department in book.departments.values()
        if department.parent
    ]
    chains: list[Arrow] = [
        (str(requirement.id), str(requirement.expands_on), ("expands_on",))
        for requirement in book.requirements.values()
        if requirement.expands_on
    ]
    growth: list[Arrow] = [
        (str(duty.id), str(duty.expands_on), ("expands_on",))
        for duty in book.duties.values()
        if duty.expands_on
    ]
    yield from _cycles("role", promotions)
    yield from _cycles("role", stays)
    yield from _cycles("role", superiors)
    yield from _cycles("department", parents)
    yield from _cycles("requirement", chains)
    yield from _cycles("duty", growth)


def _cycles(kind: str, arrows: Sequence[Arrow]) -> Iterator[Finding]:
    """One finding per group of things that reach each other, at the first arrow of the group."""
    for arrow in arrows:
        if arrow[0] == arrow[1]:
            yield Finding("HB405", (kind, arrow[0]), arrow[2], {"ids": f"{arrow[0]} → {arrow[0]}"})
    arrows = [arrow for arrow in arrows if arrow[0] != arrow[1]]
    graph = nx.DiGraph((start, end) for start, end, _ in arrows)
    group_of = {
        node: number
        for number, group in enumerate(nx.strongly_connected_components(graph))
        for node in group
    }
    rounds: dict[int, list[Arrow]] = {}
    for arrow in arrows:
        if group_of[arrow[0]] == group_of[arrow[1]]:
            rounds.setdefault(group_of[arrow[0]], []).append(arrow)
    for inside in rounds.values():
        cycle = _round(inside)
        path = next(p for start, end, p in inside if [start, end] == cycle[:2])
        about = tuple((kind, identity) for identity in cycle)
        yield Finding("HB405", about[0], path, {"ids": " → ".join(cycle)}, about=about)


def _round(arrows: Sequence[Arrow]) -> list[str]:
    """One way round, beginning and ending with the id at which the first arrow begins."""
    cycle = nx.find_cycle(nx.DiGraph((start, end) for start, end, _ in arrows))
    return [str(start) for start, _ in cycle] + [str(cycle[0][0])]


RULE = DataRule(("HB405",), find)
