"""What the handbook shows is filled in."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.data.used_parameters import used_in
from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.reading.node import MapNode


def find(book: Handbook) -> Iterator[Finding]:
    """HB411: a parameter that this handbook shows and the company left open; fine in a draft."""
    values = book.company_node.entries.get("values")
    if book.draft or (values is not None and not isinstance(values, MapNode)):
        return
    for identity in sorted(used_in(book)):
        value = book.values.get(identity)
        if value is not None and value.raw is None:
            facts = {"id": identity, "name": Wording(value.parameter.name, book)}
            yield Finding("HB411", COMPANY, ("values", identity), facts)


RULE = DataRule(("HB411",), find, harmless=("HB411",))
