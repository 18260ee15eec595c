"""Criteria of an assessment can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB521: two criteria of one assessment with the same name."""
    for identity, process in book.processes.items():
        for i, step in enumerate(process.steps):
            seen: set[Wording] = set()
            for j, criterion in enumerate(step.assessment.criteria if step.assessment else ()):
                name = Wording(criterion.name, book)
                if name in seen:
                    facts = {"name": Wording(step.name, book), "criterion": name}
                    path = ("steps", i, "assessment", "criteria", j, "name")
                    yield Finding("HB521", ("process", identity), path, facts)
                seen.add(name)


RULE = Rule("HB521", find)
