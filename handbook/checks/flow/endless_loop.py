"""Nothing can go round for ever."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB505: a cycle in which no arrow says how often it may be taken, at the arrow that leads
    back."""
    for identity, process in book.processes.items():
        flow = flow_of(process)
        names = {str(node.id): node.name for node in process.nodes} if flow.endless else {}
        for arrow in flow.endless:
            facts = {
                "source": Wording(names[arrow.source], book),
                "target": Wording(names[arrow.target], book),
            }
            yield Finding("HB505", ("process", identity), arrow.path, facts)


RULE = Rule("HB505", find)
