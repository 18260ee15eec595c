"""Every step and every end can be reached."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from handbook.checks.finding import Finding, NotChecked, Told
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import START, flow_of
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Told]:
    """HB501: a step or an end to which nothing leads; of a chain of them the first.

    Not checked where a step leads nowhere (HB502): that is why the rest can't be reached.
    """
    for identity, process in book.processes.items():
        flow = flow_of(process)
        ends = (s for s in process.steps if not flow.after[s.id] and s.id in flow.reached)
        if (stuck := next(ends, None)) is not None:
            facts = {"name": Wording(stuck.name, book)}
            path = (*flow.paths[stuck.id], "id")
            yield NotChecked("dead-end", ("process", identity), path, facts)
            continue
        lost = flow.graph.subgraph(set(flow.graph) - flow.reached - {START})
        if not lost:
            continue
        order = {str(node.id): node for node in process.nodes}
        groups = nx.condensation(lost)
        firsts = {
            min(groups.nodes[group]["members"], key=list(order).index)
            for group, before in groups.in_degree()
            if not before
        }
        for node in order.values():
            if node.id in firsts:
                facts = {"name": Wording(node.name, book)}
                path = (*flow.paths[node.id], "id")
                yield Finding("HB501", ("process", identity), path, facts)


RULE = Rule("HB501", find)
