"""Branches of a step can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import plain_text


def find(book: Handbook) -> Iterator[Finding]:
    """HB503: two branches of one step with the same label."""
    for identity, process in book.processes.items():
        for i, step in enumerate(process.steps):
            seen: set[str] = set()
            for j, outcome in enumerate(step.outcomes):
                label = plain_text(outcome.label, book, "zh")
                if label in seen:
                    facts = {"name": plain_text(step.name, book, "zh"), "label": label}
                    path = ("steps", i, "outcomes", j, "label")
                    yield Finding("HB503", ("process", identity), path, facts)
                seen.add(label)


RULE = Rule("HB503", find)
