"""The values that a company fills in are used."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.reading.node import place_of
from handbook.words.facts import Listed


def find(book: Handbook) -> Iterator[Finding]:
    """HB852: values of parameters that nothing of what the company takes mentions.

    Those that a company takes over from another one, which uses them, are none of its own.
    """
    own = book.company_node.place.file
    idle = [
        name
        for name in book.company.values
        if ("parameter", name) in book.untaken
        and place_of(book.company_node, ("values", name)).file == own
    ]
    if idle:
        facts = {"n": len(idle), "names": Listed(tuple(idle))}
        first = place_of(book.company_node, ("values", idle[0]))
        yield Finding("HB852", COMPANY, ("uses",), facts, at=first)


RULE = Rule("HB852", find, "warning")
