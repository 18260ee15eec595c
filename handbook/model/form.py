"""Form: a sheet that people fill in."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from handbook.model.base import LocalId, Paged, ReadBySome
from handbook.model.references import ActorId
from handbook.words.text import Text


class FormField(ReadBySome):
    """One field of a sheet; ``options`` for a choice, ``filled_by`` if not by the applicant."""

    id: LocalId
    label: Text
    type: Literal["line", "paragraph", "date", "choice", "signature"]
    options: tuple[Text, ...] = Field(default=(), strict=False)
    filled_by: ActorId | None = None


class Form(Paged):
    """A sheet."""

    kind: ClassVar[str] = "form"

    filled_by: ActorId
    fields: tuple[FormField, ...] = Field(strict=False, min_length=1)
