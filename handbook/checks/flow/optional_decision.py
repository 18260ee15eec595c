"""A step that may be left out decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB512: an optional step that has outcomes of its own."""
    for identity, process in book.processes.items():
        for i, step in enumerate(process.steps):
            if step.optional is not None and step.outcomes:
                facts = {"name": Wording(step.name, book)}
                yield Finding("HB512", ("process", identity), ("steps", i, "optional"), facts)


RULE = Rule("HB512", find)
