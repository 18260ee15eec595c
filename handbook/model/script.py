"""Script: what to say on the telephone or write in a mail."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from handbook.model.base import LocalId, Paged, ReadBySome
from handbook.words.text import Text


class Part(ReadBySome):
    """One part of a script: its purpose, the words, and perhaps a tip."""

    id: LocalId
    name: Text
    says: tuple[Text, ...] = Field(strict=False, min_length=1)
    tip: Text | None = None


class Script(Paged):
    """A script; ``subject`` is a mail's subject."""

    kind: ClassVar[str] = "script"

    channel: Literal["phone", "email", "chat"]
    subject: Text | None = None
    parts: tuple[Part, ...] = Field(strict=False, min_length=1)
