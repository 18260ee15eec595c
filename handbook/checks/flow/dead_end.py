"""From every step an end can be reached."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Wording
from handbook.words.catalogue import Phrase


def find(book: Handbook) -> Iterator[Finding]:
    """HB502: a step that leads nowhere, or steps that only lead to each other.

    Not where no step leads to an end and none is meant to: a timer gives the result.
    """
    for identity, process in book.processes.items():
        flow = flow_of(process)
        stuck = [s for s in process.steps if s.id not in flow.granting | flow.refusing]
        if not stuck or (process.timers and len(stuck) == len(process.steps)):
            continue
        then = Phrase("HB502.timer" if process.timers else "HB502.never")
        groups = nx.condensation(flow.graph.subgraph(str(step.id) for step in stuck))
        traps = [groups.nodes[group]["members"] for group, out in groups.out_degree() if not out]
        for step in stuck:
            trap = next((members for members in traps if step.id in members), None)
            if trap is not None:
                traps.remove(trap)
                facts = {"name": Wording(step.name, book), "then": then}
                path = (*flow.paths[step.id], "id")
                yield Finding("HB502", ("process", identity), path, facts)


RULE = Rule("HB502", find)
