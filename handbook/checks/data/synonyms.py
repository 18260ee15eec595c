"""Groups of synonyms help the search only if each adds something."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB428 a word twice in a group, HB429 a group of one word, HB430 a second group of a word."""
    groups: dict[str, str] = {}
    for identity, group in book.synonyms.items():
        key, name = ("synonym", identity), group.name.zh
        known = {name}
        for field in ("also_called", "look_under"):
            for i, word in enumerate(getattr(group, field)):
                if word in known:
                    yield Finding("HB428", key, (field, i), {"word": word})
                known.add(word)
        if not group.also_called and not group.look_under:
            yield Finding("HB429", key, ("name",), {"word": Wording(group.name, book)})
        if name in groups:
            facts = {"word": Wording(group.name, book), "id": groups[name]}
            yield Finding("HB430", key, ("name",), facts)
        groups.setdefault(name, identity)


RULE = DataRule(("HB428", "HB429", "HB430"), find)
