"""Role: a job that people hold, and the ways on from it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from handbook.model.base import Paged, ReadBySome
from handbook.model.on_purpose import OR_NONE, OnPurpose
from handbook.model.references import (
    DepartmentId,
    DutyId,
    FamilyId,
    FormId,
    PolicyId,
    ProbationId,
    ProcessId,
    RequirementId,
    RoleId,
    ScriptId,
    TenureId,
)
from handbook.words.text import Text


class CareerPath(ReadBySome):
    """One way on: to which role, how, and after which ``tenure`` in the present role.

    Without a ``process`` nobody says how; ``tenure: none`` says that no time is asked.
    """

    to: RoleId
    type: Literal["promotion", "transfer"]
    process: ProcessId | None = None
    tenure: Annotated[TenureId | OnPurpose, OR_NONE] | None = None
    requirements: tuple[RequirementId, ...] = Field(default=(), strict=False)
    guide: tuple[Text, ...] = Field(default=(), strict=False)


class Confirmation(ReadBySome):
    """How probation ends in this role."""

    process: ProcessId
    requirements: tuple[RequirementId, ...] = Field(default=(), strict=False)


class Role(Paged):
    """A job; ``grade`` counts from 1 at the bottom of its ``family``.

    ``first_weeks`` is what a new hire does first, in order.
    """

    kind: ClassVar[str] = "role"

    family: FamilyId
    grade: int = Field(ge=1, le=20)
    department: DepartmentId | None = None
    reports_to: RoleId | None = None
    duties: tuple[DutyId, ...] = Field(default=(), strict=False)
    requirements: tuple[RequirementId, ...] = Field(default=(), strict=False)
    paths: tuple[CareerPath, ...] = Field(default=(), strict=False)
    first_weeks: tuple[Text, ...] = Field(default=(), strict=False)
    probation: ProbationId | None = None
    confirmation: Confirmation | None = None
    training: tuple[Text, ...] = Field(default=(), strict=False)
    pay: tuple[Text, ...] = Field(default=(), strict=False)
    scripts: tuple[ScriptId, ...] = Field(default=(), strict=False)
    forms: tuple[FormId, ...] = Field(default=(), strict=False)
    policies: tuple[PolicyId, ...] = Field(default=(), strict=False)
