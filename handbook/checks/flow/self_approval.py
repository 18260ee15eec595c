"""Nobody decides on an application of his own."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Named, Wording
from handbook.model import Process, Step


def find(book: Handbook) -> Iterator[Finding]:
    """HB507: a step that judges the application is done by the applicant, or by a role that
    applies in this process itself."""
    applying: dict[str, set[str]] = {}
    for role in book.roles.values():
        used = [path.process for path in role.paths if path.process]
        used += [role.confirmation.process] if role.confirmation else []
        for process_id in used:
            applying.setdefault(str(process_id), set()).add(str(role.id))
    for identity, process in book.processes.items():
        for i, step in enumerate(process.steps):
            role_id = book.things["actor", str(step.actor)].role  # type: ignore[attr-defined]
            own = step.actor == process.applicant or role_id in applying.get(identity, ())
            if own and _judges(process, step):
                facts = {
                    "name": Wording(step.name, book),
                    "actor": Named(book, "actor", str(step.actor)),
                }
                key, path = ("process", identity), ("steps", i, "actor")
                for_role = (("role", str(role_id)),) if role_id else ()
                about = (("actor", str(step.actor)), *for_role)
                yield Finding("HB507", key, path, facts, about=about)


def _judges(process: Process, step: Step) -> bool:
    """Whether a step decides, or rejects before the decision is made.

    Afterwards an applicant may still decline what was granted.
    """
    if step.decides:
        return True
    flow = flow_of(process)
    if not any(flow.rejects(step, outcome) for outcome in step.outcomes):
        return False
    deciders = {str(other.id) for other in process.steps if other.decides}
    return not deciders or not deciders.isdisjoint(nx.descendants(flow.graph, str(step.id)))


RULE = Rule("HB507", find)
