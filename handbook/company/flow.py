"""A process as a graph: what leads where, what leads back, which results a step can still have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from handbook.model import End, Outcome, Process, Step
from handbook.model.base import FieldPath

START = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a step to what comes next; ``path`` is that of its target in the process.

    ``outcome`` is the branch that it stands for, None for a ``next`` and for a timer.
    """

    source: str
    target: str
    path: FieldPath
    outcome: Outcome | None = None

    @property
    def limited(self) -> bool:
        """Whether it may be taken so many times only: it leads back."""
        return self.outcome is not None and self.outcome.at_most is not None


@dataclass(frozen=True, eq=False)
class Flow:
    """The graph of one process. It begins at START, which leads to the first step and to where
    timers lead."""

    process: Process

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """Every arrow out of a step, in the order of the file."""
        found: list[Arrow] = []
        for i, step in enumerate(self.process.steps):
            if step.next is not None:
                found.append(Arrow(step.id, step.next, ("steps", i, "next")))
            for j, outcome in enumerate(step.outcomes):
                path = ("steps", i, "outcomes", j, "to")
                found.append(Arrow(step.id, outcome.to, path, outcome))
        return tuple(found)

    @cached_property
    def after(self) -> Mapping[str, tuple[Arrow, ...]]:
        """The arrows out of each step."""
        found: dict[str, list[Arrow]] = {str(step.id): [] for step in self.process.steps}
        for arrow in self.arrows:
            found[arrow.source].append(arrow)
        return {step: tuple(arrows) for step, arrows in found.items()}

    @property
    def timers(self) -> tuple[Arrow, ...]:
        """The arrows that are taken when a day has come, from START."""
        timers = enumerate(self.process.timers)
        return tuple(Arrow(START, timer.to, ("timers", i, "to")) for i, timer in timers)

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """START, steps and ends, with the arrows between them."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from([START, *(str(node.id) for node in self.process.nodes)])
        graph.add_edges_from((arrow.source, arrow.target) for arrow in self.arrows)
        graph.add_edge(START, str(self.process.steps[0].id))
        graph.add_edges_from((START, timer.target) for timer in self.timers)
        return graph

    @cached_property
    def reached(self) -> frozenset[str]:
        """What can be reached from the start."""
        return frozenset(nx.descendants(self.graph, START))

    @cached_property
    def granting(self) -> frozenset[str]:
        """Steps and ends from which a granted end can be reached."""
        return self._before("granted")

    @cached_property
    def refusing(self) -> frozenset[str]:
        """Steps and ends from which a refused end can be reached."""
        return self._before("refused")

    @cached_property
    def only_refusing(self) -> frozenset[str]:
        """The steps from which no granted end can be reached."""
        return frozenset(str(step.id) for step in self.process.steps) - self.granting

    @cached_property
    def paths(self) -> dict[str, FieldPath]:
        """Where each step and each end stands in the process."""
        kinds: tuple[tuple[str, tuple[Step | End, ...]], ...] = (
            ("steps", self.process.steps),
            ("ends", self.process.ends),
        )
        return {str(node.id): (field, i) for field, nodes in kinds for i, node in enumerate(nodes)}

    @cached_property
    def _dominator(self) -> dict[str, str | None]:
        return dict(nx.immediate_dominators(self.graph, START))

    @cached_property
    def endless(self) -> tuple[Arrow, ...]:
        """The arrows that close a cycle in which no arrow has a limit.

        Of a cycle that can be entered in two places the last arrow.
        """
        inside = _in_cycles([arrow for arrow in self.arrows if not arrow.limited])
        found = [arrow for arrow in inside if self.leads_back(arrow.source, arrow.target)]
        back = {arrow.path for arrow in found}
        rest = _in_cycles([arrow for arrow in inside if arrow.path not in back])
        while rest:
            found.append(rest[-1])
            rest = _in_cycles(rest[:-1])
        return tuple(found)

    def leads_back(self, source: str, target: str) -> bool:
        """Whether every way to ``source`` has passed ``target`` before."""
        above: str | None = source
        while above and above != target:
            above = self._dominator.get(above)
        return above == target

    def rejects(self, step: Step, outcome: Outcome) -> bool:
        """Whether a branch sends the applicant back or can end in a refusal only."""
        if self.leads_back(step.id, outcome.to):
            return True
        return outcome.to in self.refusing and outcome.to not in self.granting

    def ends(self, result: str) -> frozenset[str]:
        """The ids of the ends with a result."""
        return frozenset(str(end.id) for end in self.process.ends if end.result == result)

    def into(self, ends: Set[str], avoiding: Set[str], first: str) -> Iterator[Arrow]:
        """The arrows into ``ends`` that one can take from ``first`` on without ``avoiding``."""
        open_, seen = [first], {first}
        while open_:
            name = open_.pop()
            for arrow in self.after.get(name, ()) if name not in avoiding else ():
                if arrow.target in ends:
                    yield arrow
                elif arrow.target not in seen:
                    seen.add(arrow.target)
                    open_.append(arrow.target)

    def _before(self, result: str) -> frozenset[str]:
        found: set[str] = set()
        for end in self.ends(result):
            found |= {end, *nx.ancestors(self.graph, end)}
        return frozenset(found)


def flow_of(process: Process) -> Flow:
    """The graph of a process, made once for all that ask and all companies that share it."""
    return process.once(Flow)


def _in_cycles(arrows: Sequence[Arrow]) -> list[Arrow]:
    """The arrows that lie on a cycle."""
    graph = nx.DiGraph((arrow.source, arrow.target) for arrow in arrows)
    group_of = {
        node: number
        for number, group in enumerate(nx.strongly_connected_components(graph))
        for node in group
    }
    return [arrow for arrow in arrows if group_of[arrow.source] == group_of[arrow.target]]
