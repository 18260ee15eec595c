"""The company's colour can be read."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.colour import LIGHT, READABLE, contrast, readable


def find(book: Handbook) -> Iterator[Finding]:
    """HB851: the company's colour is too pale for text; pages use a darker shade of it."""
    colour = book.company.colour
    if colour and (found := contrast(colour, LIGHT)) < READABLE:
        facts = {"colour": colour, "found": f"{found:.1f}", "shade": readable(colour, LIGHT)}
        yield Finding("HB851", COMPANY, ("colour",), facts)


RULE = Rule("HB851", find, "warning")
