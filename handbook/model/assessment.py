"""How people are assessed: criteria with weights, and the panel that scores them and votes."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.model.base import LocalId, Model
from handbook.model.references import ActorId, FullScoreId, HeadCountId, MarkId
from handbook.words.text import Text

WHOLE = 100  # what the weights of all criteria make, in percent


class Criterion(Model):
    """One thing that is scored; ``weight`` is its part of the whole score, in percent."""

    id: LocalId
    name: Text
    weight: Annotated[int | float, Field(gt=0, le=WHOLE)]
    looks_at: Text | None = None
    evidence: tuple[Text, ...] = Field(default=(), strict=False)


class Assessment(Model):
    """Each criterion is scored up to ``full_marks``; the weighted sum passes at ``pass_mark``."""

    criteria: tuple[Criterion, ...] = Field(strict=False, min_length=1)
    full_marks: FullScoreId
    pass_mark: MarkId


class Member(Model):
    """Who sits on a panel: an actor, or people in words; ``count`` is how many of them."""

    actor: ActorId | None = None
    people: Text | None = None
    count: Annotated[int, Field(ge=1, le=99)] | None = None

    @model_validator(mode="after")
    def _said_once(self) -> Self:
        if (self.actor is None) == (self.people is None):
            raise PydanticCustomError("one_of", "{names}", {"names": "actor, people"})
        return self


class Panel(Model):
    """Who decides together.

    ``size`` is how many sit on it, ``quorum`` how many must be there, ``votes`` how many of them
    must agree.
    """

    members: tuple[Member, ...] = Field(strict=False, min_length=1)
    chair: ActorId | None = None
    size: HeadCountId
    quorum: HeadCountId
    votes: HeadCountId
