"""A value belongs to a parameter that there is."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.words.near import Guesses


def find(book: Handbook) -> Iterator[Finding]:
    """HB412: a value for a parameter that does not exist."""
    guesses = Guesses()
    for identity in book.company.values:
        key = ("parameter", identity)
        if (
            key in book.untaken
            or book.gaps.may_hold(key)
            or (key in book.gaps.removed and key in book.users)
        ):
            continue
        if book.nodes.get(key) in (None, book.company_node):
            others = guesses.near(identity, (i for i in book.values if i != identity))
            yield Finding("HB412", COMPANY, ("values", identity), {"id": identity}, others, True)


RULE = DataRule(("HB412",), find, harmless=("HB412",))
