"""Markup in texts that was meant but not written right, so that it would be printed as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.book import Handbook
from handbook.checks.finding import COMPANY, Finding
from handbook.model import walk
from handbook.text import ParameterPlace, Text, Words

_LEFT_OPEN = re.compile(r"\[\[.{0,20}|\*\*.{0,20}")
_FULL_WIDTH = re.compile(r"\$｛|＄[{｛]|｛｛|【【|［［|＊＊")


def unmarked(book: Handbook) -> Iterator[Finding]:
    """HB422 full-width markup, HB423 ``${`` without its ``}``, HB424 ``[[`` or ``**`` left open."""
    for key, thing in (*book.things.items(), (COMPANY, book.company)):
        for path, value in walk(thing):
            if not isinstance(value, Text):
                continue
            for text in (value.zh, value.en or ""):
                if found := _FULL_WIDTH.search(text):
                    yield Finding("HB422", key, path, {"text": found[0]})
            for piece in value.all_pieces():
                if isinstance(piece, Words) and (left := _LEFT_OPEN.search(piece.text)):
                    yield Finding("HB424", key, path, {"text": left[0]})
                if isinstance(piece, ParameterPlace) and not piece.closed:
                    yield Finding("HB423", key, path, {"text": f"${{{piece.id[:20]}"})
