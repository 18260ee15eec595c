"""Policy: a formal document whose chapters refer to the data."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.model.base import LocalId, Model, Paged, ReadBySome, Word
from handbook.model.references import (
    ActorId,
    DayId,
    DepartmentId,
    FamilyId,
    FlowchartId,
    ProcessId,
    RequirementId,
    VersionId,
)
from handbook.words.text import Text


class Principle(ReadBySome):
    """One principle: its name and what it means."""

    id: LocalId
    name: Text
    text: Text


class Shown(Model):
    """A part of the data that an article shows; exactly one field."""

    flowchart: FlowchartId | None = None
    ladder: FamilyId | None = None
    roles: FamilyId | None = None
    process: ProcessId | None = None
    requirements: tuple[RequirementId, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _shows_one(self) -> Self:
        if sum(bool(getattr(self, name)) for name in type(self).model_fields) != 1:
            names = ", ".join(type(self).model_fields)
            raise PydanticCustomError("one_of", "{names}", {"names": names})
        return self


class Article(ReadBySome):
    """第…条: a sentence, perhaps a list under it, perhaps a part of the data."""

    id: LocalId
    text: Text
    items: tuple[Text, ...] = Field(default=(), strict=False)
    show: Shown | None = None


class Chapter(ReadBySome):
    """第…章."""

    id: LocalId
    name: Text
    articles: tuple[Article, ...] = Field(strict=False, min_length=1)


class Version(ReadBySome):
    """A past or present edition of the document."""

    id: Word
    on: date
    changes: Text


class Policy(Paged):
    """A document; its dates are parameters because each company has its own."""

    kind: ClassVar[str] = "policy"

    purpose: Text
    scope: Text
    owner: DepartmentId
    approver: ActorId
    principles: tuple[Principle, ...] = Field(default=(), strict=False)
    chapters: tuple[Chapter, ...] = Field(strict=False, min_length=1)
    version: VersionId
    consulted_on: DayId
    announced_on: DayId
    effective_on: DayId
    review_on: DayId
    history: tuple[Version, ...] = Field(default=(), strict=False)
