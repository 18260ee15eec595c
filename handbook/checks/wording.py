"""Markup in texts that was meant but not written right, so that it would be printed as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handbook.book import Handbook
from handbook.checks.finding import COMPANY, Finding
from handbook.model import walk
from handbook.text import Link, ParameterPlace, Text, Words

_LEFT_OPEN = re.compile(r"\[\[.{0,20}|\*\*.{0,20}")
_FULL_WIDTH = re.compile(r"\$｛|＄[{｛]|｛｛|【【|［［|＊＊")


def unmarked(book: Handbook) -> Iterator[Finding]:
    """HB422 full-width markup, HB423 ``${`` without its ``}``, HB424 ``[[`` or ``**`` left open,
    HB425 a link in a name, which links itself."""
    for key, thing in (*book.things.items(), (COMPANY, book.company)):
        for path, value in walk(thing):
            if isinstance(value, Text):
                if path == ("name",) and any(isinstance(p, Link) for p in value.all_pieces()):
                    yield Finding("HB425", key, path)
                for code, text in _mistakes(value):
                    yield Finding(code, key, path, {"text": text})


@lru_cache(maxsize=1 << 16)
def _mistakes(value: Text) -> tuple[tuple[str, str], ...]:
    """Code and quotation; kept, as companies share most texts."""
    found: list[tuple[str, str]] = []
    for text in (value.zh, value.en or ""):
        if match := _FULL_WIDTH.search(text):
            found.append(("HB422", match[0]))
    for piece in value.all_pieces():
        if isinstance(piece, Words) and (left := _LEFT_OPEN.search(piece.text)):
            found.append(("HB424", left[0]))
        if isinstance(piece, ParameterPlace) and not piece.closed:
            found.append(("HB423", f"${{{piece.id[:20]}"))
    return tuple(found)
