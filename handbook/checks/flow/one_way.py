"""A decision has more than one outcome."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB504: a step with a single outcome, or one that decides and only has a next."""
    for identity, process in book.processes.items():
        for i, step in enumerate(process.steps):
            facts = {"name": Wording(step.name, book)}
            if len(step.outcomes) == 1:
                path = ("steps", i, "outcomes", 0, "label")
                yield Finding("HB504", ("process", identity), path, facts)
            elif step.decides and step.next is not None:
                yield Finding("HB504", ("process", identity), ("steps", i, "next"), facts)


RULE = Rule("HB504", find)
