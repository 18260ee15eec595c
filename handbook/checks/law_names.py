"""The rule sets of law that a company names are there: a misspelt one would check nothing."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.law import LAW_RULES
from handbook.company.book import Handbook
from handbook.words.facts import Listed
from handbook.words.near import near


def unknown(book: Handbook) -> Iterator[Finding]:
    """HB427: a rule set that nobody has written."""
    known = sorted({rule.law for rule in LAW_RULES if rule.law})
    for index, name in enumerate(book.company.laws):
        if name not in known:
            facts = {"name": name, "known": Listed(tuple(known))}
            yield Finding("HB427", COMPANY, ("laws", index), facts, near(name.lower(), known))
