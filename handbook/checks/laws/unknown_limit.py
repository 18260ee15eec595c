"""A name of the law that a parameter has is one that a law set checks.

Of no country's own: companies of several countries share a parameter, and a name that is right for
one of them is no mistake of the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.laws import LawSets
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.words.facts import Listed
from handbook.words.near import near


def rule(law_sets: LawSets) -> Rule:
    """HB710: a parameter's ``legal`` is a name that no country's law checks.

    The one rule that is made of the law sets that there are, so that no folder can hold it.
    """
    known = [name for law_set in law_sets.values() for name in law_set.legal]

    def find(book: Handbook) -> Iterator[Finding]:
        for identity, parameter in book.parameters.items():
            if parameter.legal is not None and parameter.legal not in known:
                facts = {"legal": parameter.legal, "known": Listed(tuple(known))}
                guesses = near(parameter.legal, known)
                yield Finding("HB710", ("parameter", identity), ("legal",), facts, guesses)

    return Rule("HB710", find)
