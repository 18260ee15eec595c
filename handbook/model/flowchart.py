"""Flowchart: a view of processes, or of a job family's ladder."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.model.base import Thing
from handbook.model.references import FamilyId, ProcessId
from handbook.words.text import Text

Detail = Literal["actor", "deadline", "form"]


class Flowchart(Thing):
    """A drawing; of ``processes`` one below the other, or of one ``family``'s ladder."""

    kind: ClassVar[str] = "flowchart"

    processes: tuple[ProcessId, ...] = Field(default=(), strict=False)
    family: FamilyId | None = None
    direction: Literal["down", "right"] = "down"
    lanes: bool = False
    show: tuple[Detail, ...] = Field(default=("actor", "deadline"), strict=False)
    summary: Text | None = None

    @model_validator(mode="after")
    def _draws_something(self) -> Self:
        if bool(self.processes) == bool(self.family):
            raise PydanticCustomError("one_of", "{names}", {"names": "processes, family"})
        return self
