"""No score is above the full score."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.catalogue import Count


def find(book: Handbook) -> Iterator[Finding]:
    """HB415: a score above the full score that its parameter names with ``out_of``."""
    for identity, value in book.values.items():
        full = book.values.get(value.parameter.out_of or "")
        if full is None or not isinstance(value.raw, (int, float)):
            continue
        if isinstance(full.raw, (int, float)) and value.raw > full.raw:
            facts = {
                "name": Wording(value.parameter.name, book),
                "value": Count(value.raw),
                "full_name": Wording(full.parameter.name, book),
                "full": Count(full.raw),
            }
            yield Finding("HB415", COMPANY, ("values", identity), facts)


RULE = DataRule(("HB415",), find, harmless=("HB415",))
