"""Two things of one kind that people can't tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.data.unused_additions import PARTS
from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.model.base import FieldPath, Key, Model
from handbook.reading.source import fold
from handbook.words.catalogue import FIRST
from handbook.words.text import Text


def find(book: Handbook) -> Iterator[Finding]:
    """HB434: the second of two things of one kind that are called the same in some language.

    A duty and a requirement have no name: their sentence stands for it. Of synonyms HB430 tells;
    what nobody mentions is seen by nobody.
    """
    first: dict[tuple[str, str, str], Key] = {}
    for key, thing in book.things.items():
        if key[0] == "synonym" or (key[0] in PARTS and key not in book.users):
            continue
        for field, lang, name in thing.once(_names):
            known = first.setdefault((key[0], lang, name), key)
            if known != key:
                path: FieldPath = (field,)
                where = book.place(known, path)
                facts = {"name": _shown(thing, field, lang), "where": str(where), "id": known[1]}
                yield Finding("HB434", key, path, facts)
                break


def _names(thing: Model) -> tuple[tuple[str, str, str], ...]:
    """Field, language and the name as a person compares it."""
    field = "name" if "name" in type(thing).model_fields else "text"
    text = getattr(thing, field, None)
    if not isinstance(text, Text):
        return ()
    typed = ((FIRST, text.zh), *text.others)
    return tuple((field, lang, "".join(fold(name).split())) for lang, name in typed if name)


def _shown(thing: Model, field: str, lang: str) -> str:
    text: Text = getattr(thing, field)
    shown = text.typed(lang)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"


RULE = DataRule(("HB434",), find, harmless=("HB434",))
