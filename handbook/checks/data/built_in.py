"""What company.yml itself fills is no parameter."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook


def find(book: Handbook) -> Iterator[Finding]:
    """HB206: a parameter with the name of one that company.yml itself fills."""
    for identity in ("company_name", "company_short_name"):
        if book.nodes["parameter", identity] is not book.company_node:
            yield Finding("HB206", ("parameter", identity), ("id",), {"id": identity})


RULE = DataRule(("HB206",), find)
