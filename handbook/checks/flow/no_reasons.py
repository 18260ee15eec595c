"""Whoever is rejected or sent back learns why."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB508: a branch that rejects or sends back without ``reasons: true``.

    An applicant who withdraws owes no reasons.
    """
    for identity, process in book.processes.items():
        flow = flow_of(process)
        for i, step in enumerate(process.steps):
            if step.actor == process.applicant:
                continue
            for j, outcome in enumerate(step.outcomes):
                if not outcome.reasons and flow.rejects(step, outcome):
                    facts = {
                        "name": Wording(step.name, book),
                        "label": Wording(outcome.label, book),
                    }
                    path = ("steps", i, "outcomes", j, "label")
                    yield Finding("HB508", ("process", identity), path, facts)


RULE = Rule("HB508", find)
