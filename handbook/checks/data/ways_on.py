"""Two ways on of a role can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.words.catalogue import Phrase


def find(book: Handbook) -> Iterator[Finding]:
    """HB406: the second of two ways on to one role by one kind; pages tell ways apart by both."""
    for identity, role in book.roles.items():
        seen: set[tuple[str, str]] = set()
        for index, path in enumerate(role.paths):
            way = (str(path.to), path.type)
            if way in seen:
                facts = {"to": path.to, "type": Phrase(f"path.{path.type}")}
                yield Finding("HB406", ("role", identity), ("paths", index, "to"), facts)
            seen.add(way)


RULE = DataRule(("HB406",), find)
