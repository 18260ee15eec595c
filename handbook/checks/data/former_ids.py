"""An id that a thing had before leads to that thing alone."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.model.base import Paged


def find(book: Handbook) -> Iterator[Finding]:
    """HB407: a former id that a thing of the kind has today, or that was another's before."""
    owners: dict[tuple[str, str], str] = {}
    for key, thing in book.things.items():
        if isinstance(thing, Paged):
            for index, former in enumerate(thing.formerly):
                old = (key[0], str(former))
                owner = old[1] if old in book.things else owners.setdefault(old, key[1])
                if old in book.things or owner != key[1] or former in thing.formerly[:index]:
                    facts = {"id": str(former), "owner": owner}
                    yield Finding("HB407", key, ("formerly", index), facts)


RULE = DataRule(("HB407",), find, harmless=("HB407",))
