"""A panel that is just quorate can agree."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Told
from handbook.checks.flow.numbers_compared import above
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.model import Step


def find(book: Handbook) -> Iterator[Told]:
    """HB524: more must agree than sit on the panel, or than must be there."""
    yield from above(book, "HB524", _limits)


def _limits(step: Step) -> tuple[str, tuple[str, ...]] | None:
    panel = step.panel
    return (panel.votes, (panel.size, panel.quorum)) if panel else None


RULE = Rule("HB524", find)
