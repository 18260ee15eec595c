"""Text of the data: plain words with bold, links to ids and parameters; never code.

``**bold**`` · ``${parameter}`` · ``[[role:senior-agent]]`` or ``[[role:senior-agent|label]]`` ·
``$${`` for a literal ``${``. Everything else is shown as typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from handbook.words.catalogue import FIRST, languages
from handbook.words.facts import Listed

MAX_LENGTH = 4000

_TOKEN = re.compile(
    r"(?P<literal>\$\$\{)"
    r"|\$\{(?P<parameter>[^}\n]{0,100})(?P<closed>\}?)"
    r"|\[\[(?P<kind>[^\[\]:：|\n]{0,40})[:：](?P<target>[^\[\]|\n]{0,100})(\|(?P<label>[^\[\]\n]{1,200}))?\]\]"
    r"|\*\*(?P<bold>[^\n]{1,500}?)\*\*"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Characters that are shown as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class ParameterPlace:
    """``${id}``: the company's value stands here; not ``closed`` where the ``}`` is missing."""

    id: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """``[[kind:id|label]]``: a link to a thing of the handbook."""

    kind: str
    id: str
    label: str | None


@dataclass(frozen=True, slots=True)
class Bold:
    """``**…**``."""

    pieces: tuple[Piece, ...]


Piece = Words | ParameterPlace | Link | Bold


@lru_cache(maxsize=65536)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """Split text into what is shown as typed and what is filled in."""
    found: list[Piece] = []
    words = ""
    position = 0
    for match in _TOKEN.finditer(text):
        words += text[position : match.start()]
        position = match.end()
        if match["literal"]:
            words += "${"
            continue
        if words:
            found.append(Words(words))
            words = ""
        if match["parameter"] is not None:
            found.append(ParameterPlace(match["parameter"].strip(), bool(match["closed"])))
        elif match["kind"] is not None:
            kind = match["kind"].strip().lower()
            found.append(
                Link(kind, match["target"].strip(), (match["label"] or "").strip() or None)
            )
        else:
            found.append(Bold(pieces_of(match["bold"])))
    words += text[position:]
    if words:
        found.append(Words(words))
    return tuple(found)


def flatten(pieces: tuple[Piece, ...]) -> Iterator[Words | ParameterPlace | Link]:
    """The pieces in reading order, with bold taken apart."""
    for piece in pieces:
        if isinstance(piece, Bold):
            yield from flatten(piece.pieces)
        else:
            yield piece


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the data's own language and, where someone wrote them, others.

    In YAML: a string, or one a language: {zh, en}. ``others`` are (language, text), in order.
    """

    zh: str  # FIRST of the catalogue
    others: tuple[tuple[str, str], ...] = ()

    def typed(self, lang: str) -> str:
        """The text as typed in one language, the data's own where that is missing."""
        return next((text for other, text in self.others if other == lang), self.zh)

    @property
    def all_typed(self) -> tuple[str, ...]:
        """The text as typed in each language."""
        return (self.zh, *(text for _, text in self.others))

    def pieces(self, lang: str) -> tuple[Piece, ...]:
        """The text of one language, taken apart."""
        return pieces_of(self.typed(lang))

    def all_pieces(self) -> Iterator[Words | ParameterPlace | Link]:
        """The pieces of every language."""
        for text in self.all_typed:
            yield from flatten(pieces_of(text))

    def parameters(self) -> tuple[str, ...]:
        """The ids of the parameters that it names, in any language, in reading order."""
        return tuple(p.id for p in self.all_pieces() if isinstance(p, ParameterPlace))

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_validate)

    @classmethod
    def __get_pydantic_json_schema__(cls, _: Any, __: Any) -> dict[str, Any]:
        """A string, or one per language, for editors."""
        one = {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH}
        by_language = {
            "type": "object",
            "properties": dict.fromkeys(languages(), one),
            "required": [FIRST],
            "additionalProperties": False,
        }
        return {"anyOf": [one, by_language]}


def is_unseen(text: str) -> bool:
    """Whether nothing of a text can be seen: spaces, joiners, selectors, accents on nothing."""
    return all(unicodedata.category(character)[0] in "ZCM" for character in text)


def check_seen(text: str) -> str:
    """Return ``text`` if something of it can be seen; raises PydanticCustomError."""
    if is_unseen(text):
        raise PydanticCustomError("text_unseen", "unseen")
    return text


def _validate(value: object) -> Text:
    if isinstance(value, str):
        return Text(_checked(value))
    if isinstance(value, dict):
        if unknown := sorted(set(value) - set(languages())):
            facts = {"unknown": unknown[0], "known": Listed(languages())}
            raise PydanticCustomError("text_language", "{unknown}", facts)
        if FIRST not in value:
            raise PydanticCustomError("text_chinese", "no Chinese")
        if isinstance(value[FIRST], str):
            given = {lang: value.get(lang) for lang in languages()}
            texts = {lang: _checked(text) for lang, text in given.items() if text is not None}
            return Text(texts.pop(FIRST), tuple(texts.items()))
    raise PydanticCustomError("text_type", "not a text")


def _checked(text: object) -> str:
    if not isinstance(text, str):
        raise PydanticCustomError("text_type", "not a text")
    if not text.strip():
        raise PydanticCustomError("text_empty", "empty")
    check_seen(text)
    if len(text) > MAX_LENGTH:
        raise PydanticCustomError("text_long", "{limit}", {"limit": MAX_LENGTH})
    return text.strip()
