"""Every step says by when, or that it has no deadline."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.reading.node import MapNode, node_at


def find(book: Handbook) -> Iterator[Finding]:
    """HB506: a step without a deadline; where a company took it away, at that line."""
    for identity, process in book.processes.items():
        key = ("process", identity)
        for i, step in enumerate(process.steps):
            if step.within is None:
                facts = {"name": Wording(step.name, book)}
                node = node_at(book.nodes[key], ("steps", i))
                taken = node.keys.get("within") if isinstance(node, MapNode) else None
                yield Finding("HB506", key, ("steps", i, "within"), facts, at=taken)


RULE = Rule("HB506", find, "warning")
