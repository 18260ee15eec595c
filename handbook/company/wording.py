"""Text of the data as plain characters, with this company's values filled in."""

from __future__ import annotations

from handbook.company.book import Handbook
from handbook.words.text import Bold, Link, ParameterPlace, Piece, Text, Words


def plain_text(text: Text, book: Handbook, lang: str) -> str:
    """``text`` without any markup, for titles, charts and search."""
    return "".join(_plain(piece, book, lang) for piece in text.pieces(lang))


def name_of(book: Handbook, kind: str, identity: str, lang: str) -> str:
    """The name of a thing, its id if it has no name."""
    thing = book.things.get((kind, identity))
    name = getattr(thing, "name", None)
    return plain_text(name, book, lang) if isinstance(name, Text) else identity


def _plain(piece: Piece, book: Handbook, lang: str) -> str:
    if isinstance(piece, Words):
        return piece.text
    if isinstance(piece, ParameterPlace):
        value = book.values.get(piece.id)
        return value.text(lang) if value else piece.id
    if isinstance(piece, Link):
        return piece.label or name_of(book, piece.kind, piece.id, lang)
    assert isinstance(piece, Bold)
    return "".join(_plain(inner, book, lang) for inner in piece.pieces)
