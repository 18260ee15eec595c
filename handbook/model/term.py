"""Term: a word of the glossary."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.base import Thing, Word
from handbook.text import Text


class Term(Thing):
    """A word and what it means here; texts link to it with ``[[term:id]]``."""

    kind: ClassVar[str] = "term"

    meaning: Text
    also_called: tuple[Word, ...] = Field(default=(), strict=False)
