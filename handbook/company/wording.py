"""Text of the data as plain characters with values filled in, also as facts of messages."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.words.catalogue import Said, Spoken
from handbook.words.text import Bold, Link, ParameterPlace, Piece, Text, Words


def plain_text(text: Text, book: Handbook, lang: str) -> str:
    """``text`` without any markup, for titles, charts and search."""
    return "".join(_plain(piece, book, lang) for piece in text.pieces(lang))


def name_of(book: Handbook, kind: str, identity: str, lang: str) -> str:
    """The name of a thing, its id if it has no name."""
    thing = book.things.get((kind, identity))
    name = getattr(thing, "name", None)
    if not isinstance(name, Text):
        return identity
    return "".join(_plain(piece, book, lang, in_name=True) for piece in name.pieces(lang))


def _plain(piece: Piece, book: Handbook, lang: str, *, in_name: bool = False) -> str:
    """A link in a name, which is a mistake, stands as its id: it may lead back to the name."""
    if isinstance(piece, Words):
        return piece.text
    if isinstance(piece, ParameterPlace):
        value = book.values.get(piece.id)
        return value.text(lang) if value else piece.id
    if isinstance(piece, Link):
        return piece.label or (piece.id if in_name else name_of(book, piece.kind, piece.id, lang))
    assert isinstance(piece, Bold)
    return "".join(_plain(inner, book, lang, in_name=in_name) for inner in piece.pieces)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Wording(Said):
    """A text of the data as a fact of a message, without any markup.

    ``most`` is how many characters of it are said.
    """

    text: Text
    book: Handbook
    most: int | None = None

    def say(self, lang: str) -> str:
        return plain_text(self.text, self.book, lang)[: self.most]

    def apart(self) -> Said:
        return Spoken.of(self)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Named(Said):
    """The name of a thing as a fact of a message, its id if it has no name."""

    book: Handbook
    kind: str
    id: str

    def say(self, lang: str) -> str:
        return name_of(self.book, self.kind, self.id, lang)

    def apart(self) -> Said:
        return Spoken.of(self)
