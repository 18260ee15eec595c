"""Nothing can go round for ever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import networkx as nx

from handbook.book import Handbook
from handbook.checks.finding import Finding
from handbook.checks.flow.graph import Arrow, Flow, flow_of
from handbook.checks.rule import Rule
from handbook.wording import plain_text


def find(book: Handbook) -> Iterator[Finding]:
    """HB505: a cycle in which no arrow says how often it may be taken, at the arrow that leads
    back."""
    for identity, process in book.processes.items():
        flow = flow_of(process)
        names = {str(node.id): node.name for node in process.nodes}
        unlimited = [arrow for arrow in flow.arrows if not arrow.limited]
        inside = _in_cycles(unlimited)
        for arrow in _leading_back(flow, inside):
            facts = {
                "source": plain_text(names[arrow.source], book, "zh"),
                "target": plain_text(names[arrow.target], book, "zh"),
            }
            yield Finding("HB505", ("process", identity), arrow.path, facts)


def _in_cycles(arrows: Sequence[Arrow]) -> list[Arrow]:
    """The arrows that lie on a cycle."""
    graph = nx.DiGraph((arrow.source, arrow.target) for arrow in arrows)
    group_of = {
        node: number
        for number, group in enumerate(nx.strongly_connected_components(graph))
        for node in group
    }
    return [arrow for arrow in arrows if group_of[arrow.source] == group_of[arrow.target]]


def _leading_back(flow: Flow, arrows: list[Arrow]) -> list[Arrow]:
    """Arrows without which no cycle is left; the last one of a cycle that can be entered twice."""
    found = [arrow for arrow in arrows if flow.leads_back(arrow.source, arrow.target)]
    rest = _in_cycles([arrow for arrow in arrows if arrow not in found])
    while rest:
        found.append(rest[-1])
        rest = _in_cycles(rest[:-1])
    return found


RULE = Rule("HB505", find)
