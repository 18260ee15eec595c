"""Only one step has the last word."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.flow.nobody_decides import DECIDED
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB514: more than one step decides; each but the last is told."""
    for identity, process in book.processes.items():
        if process.type not in DECIDED:
            continue
        deciding = [(i, step) for i, step in enumerate(process.steps) if step.decides]
        for i, step in deciding[:-1]:
            facts = {
                "name": Wording(step.name, book),
                "last": Wording(deciding[-1][1].name, book),
            }
            yield Finding("HB514", ("process", identity), ("steps", i, "decides"), facts)


RULE = Rule("HB514", find)
