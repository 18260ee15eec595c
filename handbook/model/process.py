"""Process: who does what by when, and which outcome leads where. Data, not a drawing."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.model.assessment import Assessment, Panel
from handbook.model.base import LocalId, Model, Paged, ReadBySome
from handbook.model.on_purpose import OR_NONE, OnPurpose
from handbook.model.references import (
    ActorId,
    FormId,
    LimitId,
    MonthId,
    PeriodId,
    ProcessId,
    RequirementId,
)
from handbook.words.text import Text

ProcessKind = Literal["confirmation", "promotion", "transfer", "appeal", "other"]
Anchor = Literal["probation_end"]


class Offset(Model):
    """A day before an anchor, by a parameter of days, working days or months."""

    before: Anchor
    by: PeriodId


class Start(ReadBySome):
    """From when until when one can apply."""

    opens: Offset | None = None
    closes: Offset | None = None


class Outcome(ReadBySome):
    """One branch out of a step.

    ``reasons``: the decision gives its reasons in writing. ``at_most``: how often this branch may
    be taken, for one that leads back.
    """

    label: Text
    to: LocalId
    reasons: bool = False
    at_most: LimitId | None = None


class Step(ReadBySome):
    """One thing that one actor does; goes on by ``next`` or by the ``outcomes`` of a decision.

    ``decides`` marks the step that has the last word; pages answer "who decides" with its actor.
    ``within: none`` says that it may take as long as it takes.
    ``assessment`` is what it scores by, ``panel`` who scores and votes.
    """

    id: LocalId
    name: Text
    actor: ActorId
    actions: tuple[Text, ...] = Field(default=(), strict=False)
    form: FormId | None = None
    within: Annotated[PeriodId | OnPurpose, OR_NONE] | None = None
    counts_from: Text | None = None
    optional: Text | None = None
    decides: bool = False
    assessment: Assessment | None = None
    panel: Panel | None = None
    next: LocalId | None = None
    outcomes: tuple[Outcome, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _goes_on_once(self) -> Self:
        if self.next is not None and self.outcomes:
            raise PydanticCustomError("one_of", "{names}", {"names": "next, outcomes"})
        return self


class Timer(ReadBySome):
    """What happens by itself when a day has come and nobody has decided."""

    at: Anchor
    to: LocalId


class End(ReadBySome):
    """A way in which the process ends."""

    id: LocalId
    name: Text
    result: Literal["granted", "refused"]


Node = Step | End


class Process(Paged):
    """A procedure; begins with its first step.

    ``conditions_told`` says how and when employees learn what they must fulfil.
    """

    kind: ClassVar[str] = "process"

    type: ProcessKind
    applicant: ActorId
    must_end_by: Anchor | None = None
    start: Start | None = None
    windows: tuple[MonthId, ...] = Field(default=(), strict=False)
    requirements: tuple[RequirementId, ...] = Field(default=(), strict=False)
    conditions_told: Text | None = None
    steps: tuple[Step, ...] = Field(strict=False, min_length=1)
    timers: tuple[Timer, ...] = Field(default=(), strict=False)
    ends: tuple[End, ...] = Field(strict=False, min_length=1)
    notes: tuple[Text, ...] = Field(default=(), strict=False)
    appeal: ProcessId | None = None

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Steps, then ends: whatever an arrow can lead to."""
        return (*self.steps, *self.ends)
