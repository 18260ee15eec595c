"""Names of the law in the data are there: a misspelt one would check nothing."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.laws import LawSets
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.words.facts import Listed
from handbook.words.near import near


def unknown(book: Handbook, law_sets: LawSets) -> Iterator[Finding]:
    """HB427: a law set that nobody has written."""
    known = sorted(law_sets)
    for index, name in enumerate(book.company.laws):
        if name not in known:
            facts = {"name": name, "known": Listed(tuple(known))}
            yield Finding("HB427", COMPANY, ("laws", index), facts, near(name.lower(), known))


def legal(law_sets: LawSets) -> Rule:
    """HB710: a parameter's ``legal`` is a name that no country's law checks.

    No country's own: companies of several countries share a parameter, and a name that is right
    for one of them is no mistake of the others.
    """
    known = [name for law_set in law_sets.values() for name in law_set.legal]

    def unknown_limit(book: Handbook) -> Iterator[Finding]:
        for identity, parameter in book.parameters.items():
            if parameter.legal is not None and parameter.legal not in known:
                facts = {"legal": parameter.legal, "known": Listed(tuple(known))}
                guesses = near(parameter.legal, known)
                yield Finding("HB710", ("parameter", identity), ("legal",), facts, guesses)

    return Rule("HB710", unknown_limit)
