"""A panel can be quorate."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Told
from handbook.checks.flow.numbers_compared import above
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.model import Step


def find(book: Handbook) -> Iterator[Told]:
    """HB523: more people must be there than sit on the panel."""
    yield from above(book, "HB523", _limits)


def _limits(step: Step) -> tuple[str, tuple[str, ...]] | None:
    return (step.panel.quorum, (step.panel.size,)) if step.panel else None


RULE = Rule("HB523", find)
