"""Each parameter is used."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.data.used_parameters import named_in, used_in
from handbook.checks.finding import Finding
from handbook.checks.rule import Around, LateRule
from handbook.company.book import Handbook

# Findings of a reference that does not lead where it was meant to
_LOSES = ("HB315", "HB401", "HB402", "HB422", "HB423", "HB433")


def find(book: Handbook, around: Around) -> Iterator[Finding]:
    """HB416: a parameter that neither this handbook nor the base names anywhere.

    Where something is wrong, by what was ``found``, or can't be read, what named it may be
    lost; then only one without a value is told: for one in use there would be one.
    """
    lost = not book.gaps.whole or any(other.code in _LOSES for other in around.found)
    used = used_in(book) | named_in(around.base) | book.half_read
    for identity in book.parameters:
        if lost and (book.values[identity].raw is not None or book.draft):
            continue
        if identity not in used and book.nodes["parameter", identity] is not book.company_node:
            yield Finding("HB416", ("parameter", identity), ("id",), {"id": identity})


RULE = LateRule(("HB416",), find, harmless=("HB416",))
