"""Branches of a step can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB503: two branches of one step with the same label."""
    for identity, process in book.processes.items():
        for i, step in enumerate(process.steps):
            seen: set[Wording] = set()
            for j, outcome in enumerate(step.outcomes):
                label = Wording(outcome.label, book)
                if label in seen:
                    facts = {"name": Wording(step.name, book), "label": label}
                    path = ("steps", i, "outcomes", j, "label")
                    yield Finding("HB503", ("process", identity), path, facts)
                seen.add(label)


RULE = Rule("HB503", find)
