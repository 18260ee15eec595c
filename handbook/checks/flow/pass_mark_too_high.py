"""Who scores in full passes."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Told
from handbook.checks.flow.numbers_compared import above
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.model import Step


def find(book: Handbook) -> Iterator[Told]:
    """HB522: a pass mark above full marks, where its parameter doesn't say so itself (HB415)."""

    def limits(step: Step) -> tuple[str, tuple[str, ...]] | None:
        if (asked := step.assessment) is None:
            return None
        known = book.values[asked.pass_mark].parameter.out_of == asked.full_marks
        return None if known else (asked.pass_mark, (asked.full_marks,))

    yield from above(book, "HB522", limits)


RULE = Rule("HB522", find)
