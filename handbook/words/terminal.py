"""Text of the data made harmless for a terminal and for formats of one line."""

from __future__ import annotations

import unicodedata

# Characters that turn the direction of what follows: a line would read differently than it is
_TURNS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")


def clean(text: str) -> str:
    """One line without control characters: each becomes a space or the replacement sign."""
    return "".join(" " if c in "\t\n\r" else "�" if _is_unseen(c) else c for c in text)


def _is_unseen(character: str) -> bool:
    return ord(character) in _TURNS or unicodedata.category(character) in _UNSEEN


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: full-width characters take two."""
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
