"""Department, job family and actor: who there is."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.base import Paged, Thing
from handbook.model.references import DepartmentId, DutyId, RoleId
from handbook.words.text import Text


class Department(Paged):
    """A department; ``head`` is the role that leads it, ``parent`` the department above it."""

    kind: ClassVar[str] = "department"

    parent: DepartmentId | None = None
    head: RoleId | None = None
    duties: tuple[DutyId, ...] = Field(default=(), strict=False)


class Family(Thing):
    """A job family: roles on one ladder."""

    kind: ClassVar[str] = "family"

    summary: Text | None = None


class Actor(Thing):
    """Who acts in a process: a person's place (直属上级), a role or a department."""

    kind: ClassVar[str] = "actor"

    meaning: Text | None = None
    role: RoleId | None = None
    department: DepartmentId | None = None
