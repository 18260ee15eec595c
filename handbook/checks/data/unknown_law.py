"""A law set that a company names is there: a misspelt one would check nothing."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import Around, LateRule
from handbook.company.book import Handbook
from handbook.words.facts import Listed
from handbook.words.near import near


def find(book: Handbook, around: Around) -> Iterator[Finding]:
    """HB427: a law set that nobody has written."""
    known = list(around.laws)
    for index, name in enumerate(book.company.laws):
        if name not in known:
            facts = {"name": name, "known": Listed(tuple(known))}
            yield Finding("HB427", COMPANY, ("laws", index), facts, near(name.lower(), known))


RULE = LateRule(("HB427",), find)
