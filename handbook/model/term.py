"""Term: a word of the glossary. Synonym: words that people use for what the handbook says."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.base import Thing, Word
from handbook.words.text import Text


class Term(Thing):
    """A word and what it means here; texts link to it with ``[[term:id]]``."""

    kind: ClassVar[str] = "term"

    meaning: Text
    also_called: tuple[Word, ...] = Field(default=(), strict=False)


class Synonym(Thing):
    """Words that mean the same as ``name`` when people search.

    ``look_under`` are words that a search for one of these should look for, too: a wider matter.
    """

    kind: ClassVar[str] = "synonym"

    also_called: tuple[Word, ...] = Field(default=(), strict=False)
    look_under: tuple[Word, ...] = Field(default=(), strict=False)
