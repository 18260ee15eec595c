"""Markup in texts that was meant but not written right, so that it would be printed as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.model import walk
from handbook.model.base import FieldPath, Model
from handbook.words.text import Link, ParameterPlace, Text, Words

_LEFT_OPEN = re.compile(r"\[\[.{0,20}|\*\*.{0,20}")
_FULL_WIDTH = re.compile(r"\$｛|＄[{｛]|｛｛|【【|［［|＊＊")


def find(book: Handbook) -> Iterator[Finding]:
    """HB422 full-width markup, HB423 ``${`` without its ``}``, HB424 ``[[`` or ``**`` left open,
    HB425 a link in a name, which links itself."""
    for key, thing in (*book.things.items(), (COMPANY, book.company)):
        for code, path, facts in thing.once(_slips):
            yield Finding(code, key, path, facts)


def _slips(thing: Model) -> tuple[tuple[str, FieldPath, dict[str, object]], ...]:
    """Code, path and facts."""
    found: list[tuple[str, FieldPath, dict[str, object]]] = []
    for path, value in walk(thing):
        if isinstance(value, Text):
            if path == ("name",) and any(isinstance(p, Link) for p in value.all_pieces()):
                found.append(("HB425", path, {}))
            found += [(code, path, {"text": text}) for code, text in _mistakes(value)]
    return tuple(found)


def _mistakes(value: Text) -> Iterator[tuple[str, str]]:
    """Code and quotation of each slip in a text."""
    for text in value.all_typed:
        if match := _FULL_WIDTH.search(text):
            yield "HB422", match[0]
    for piece in value.all_pieces():
        if isinstance(piece, Words) and (left := _LEFT_OPEN.search(piece.text)):
            yield "HB424", left[0]
        if isinstance(piece, ParameterPlace) and not piece.closed:
            yield "HB423", f"${{{piece.id[:20]}"


RULE = DataRule(("HB422", "HB423", "HB424", "HB425"), find, harmless=("HB422", "HB424"))
