"""Roles can be told apart where people choose one from a list."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.lacking import unfilled
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import name_of
from handbook.model.base import Key
from handbook.reading.source import fold
from handbook.words.catalogue import FIRST, languages
from handbook.words.text import Text


def find(book: Handbook) -> Iterator[Told]:
    """HB853: two roles that are shown under one name in some language, at the second.

    Names that are typed the same in a language are wrong data, which is told already. Here they
    differ as typed, and the same stands on the page: by a value, by bold print, or where the
    data's own language stands in for one that is missing.
    """
    first: dict[tuple[str, str], str] = {}
    told: set[str] = set()
    for identity, role in book.roles.items():
        parameters = role.name.parameters()
        lacking = tuple(unfilled(book, *parameters)) if len(book.roles) > 1 else ()
        yield from lacking
        if lacking:
            continue
        for lang in languages():
            name = name_of(book, "role", identity, lang)
            other = first.setdefault((lang, _alike(name)), identity)
            known = book.roles[other].name
            if other == identity or identity in told or _typed(known) & _typed(role.name):
                continue
            told.add(identity)
            key: Key = ("role", other)
            facts = {"name": name, "id": other, "where": str(book.place(key, ("name",)))}
            values = dict.fromkeys((*known.parameters(), *parameters))
            about = (key, *(("value", value) for value in values))
            yield Finding("HB853", ("role", identity), ("name",), facts, about=about)


def _alike(name: str) -> str:
    """A name as a person compares it."""
    return "".join(fold(name).split())


def _typed(name: Text) -> set[tuple[str, str]]:
    return {(lang, _alike(typed)) for lang, typed in ((FIRST, name.zh), *name.others)}


RULE = Rule("HB853", find, "warning")
