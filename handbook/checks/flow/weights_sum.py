"""The weights of an assessment make the whole."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.model.assessment import WHOLE
from handbook.words.catalogue import Count


def find(book: Handbook) -> Iterator[Finding]:
    """HB520: weights that don't make 100, at the last of them."""
    for identity, process in book.processes.items():
        for i, step in enumerate(process.steps):
            if step.assessment is None:
                continue
            criteria = step.assessment.criteria
            total = round(sum(one.weight for one in criteria), 6)  # 0.1 has no exact float
            if total != WHOLE:
                facts = {"name": Wording(step.name, book), "total": Count(total)}
                path = ("steps", i, "assessment", "criteria", len(criteria) - 1, "weight")
                yield Finding("HB520", ("process", identity), path, facts)


RULE = Rule("HB520", find)
