"""Somebody has the last word."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording

DECIDED = ("confirmation", "promotion", "transfer")


def find(book: Handbook) -> Iterator[Finding]:
    """HB510: a confirmation, promotion or transfer on which no step decides."""
    for identity, process in book.processes.items():
        if process.type not in DECIDED:
            continue
        if not any(step.decides for step in process.steps):
            facts = {"name": Wording(process.name, book)}
            yield Finding("HB510", ("process", identity), ("steps",), facts, of_key=True)


RULE = Rule("HB510", find)
