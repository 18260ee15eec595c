"""Competency: what several demands are about, in how many levels people have it, and examples."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.base import LocalId, Model, Thing
from handbook.words.text import Text

# Of any page, without name and password, which every reader would see
_PAGE = r"^https?://[^\s<>\"'\\/?#@:{}\[\]]+(:[0-9]{1,5})?(/[^\s<>\"'\\]*)?$"


class Proficiency(Model):
    """One level of a competency."""

    id: LocalId
    name: Text
    description: Text | None = None


class OutsideLink(Model):
    """A page elsewhere to read on."""

    address: str = Field(max_length=2000, pattern=_PAGE)
    label: Text


class Competency(Thing):
    """What demands of several roles are about; ``levels`` are from the lowest up."""

    kind: ClassVar[str] = "competency"

    description: Text | None = None
    levels: tuple[Proficiency, ...] = Field(default=(), strict=False)
    examples: tuple[Text, ...] = Field(default=(), strict=False)
    links: tuple[OutsideLink, ...] = Field(default=(), strict=False)
