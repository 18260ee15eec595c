"""Each promotion says after which time, or that none is asked."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Named, Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB804: a promotion without a tenure."""
    for identity, role in book.roles.items():
        for i, path in enumerate(role.paths):
            if path.type == "promotion" and path.tenure is None:
                facts = {
                    "role": Wording(role.name, book),
                    "to": Named(book, "role", str(path.to)),
                }
                yield Finding("HB804", ("role", identity), ("paths", i, "to"), facts)


RULE = Rule("HB804", find, "warning")
