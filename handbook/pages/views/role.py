"""A role's career-path page: where it stands, what it asks, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handbook.company.book import Handbook
from handbook.model import CareerPath, Process, Role
from handbook.pages.addresses import matrix_path
from handbook.pages.charts.content import ladder_chart
from handbook.pages.charts.mermaid import Chart
from handbook.pages.compare import Comparison, compare
from handbook.pages.views.checklist import Checklist, checklist
from handbook.pages.views.lists import (
    DutyArea,
    RequirementGroup,
    by_area,
    by_competency,
    conditions_of,
)
from handbook.pages.views.occupation import occupation
from handbook.pages.views.process import decided_by, forms_of, process_of


@dataclass(frozen=True, slots=True)
class NextStep:
    """One career path on from the role; without a process nobody says when and how."""

    path: CareerPath
    target: Role
    process: Process | None
    comparison: Comparison
    conditions: tuple[RequirementGroup, ...]
    checklist: Checklist
    decided_by: str | None

    @property
    def condition_count(self) -> int:
        """How many conditions there are, over all categories."""
        return sum(len(group.rows) for group in self.conditions)


@dataclass(frozen=True, slots=True)
class ConfirmationPart:
    """How probation ends in the role."""

    process: Process
    conditions: tuple[RequirementGroup, ...]
    forms: tuple[str, ...]
    decided_by: str | None


@dataclass(frozen=True, slots=True)
class RoleView:
    """Everything that a role's page prints; ``highest``: no role of its family is above it."""

    role: Role
    ladder: Chart
    duties: tuple[DutyArea, ...]
    requirements: tuple[RequirementGroup, ...]
    next_steps: tuple[NextStep, ...]
    confirmation: ConfirmationPart | None
    comes_from: tuple[Role, ...]
    leads: tuple[Role, ...]
    occupation: dict[str, Any]
    has_matrix: bool
    highest: bool

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """Heading ids and catalogue keys of the page's parts, for the jump list at its top."""
        role = self.role
        documents = role.scripts or role.forms or role.policies
        found = (
            ("where", True),
            ("duties", bool(self.duties)),
            ("requirements", bool(self.requirements)),
            ("next", bool(self.next_steps) or self.highest),
            ("first-weeks", bool(role.first_weeks)),
            ("confirmation", self.confirmation is not None),
            ("training-and-pay", bool(role.training or role.pay)),
            ("documents", bool(documents)),
        )
        return tuple((name, f"role.{name}") for name, there in found if there)


def role_view(book: Handbook, identity: str, lang: str) -> RoleView:
    """Raises KeyError for an unknown id."""
    role = book.roles[identity]
    near: tuple[Role, ...] = book.users_of("role", ("role", identity))
    return RoleView(
        role,
        ladder=ladder_chart(book, str(role.family), lang, here=identity),
        duties=by_area(book.duties[duty] for duty in role.duties),
        requirements=by_competency(book, role.requirements),
        next_steps=tuple(_next_step(book, role, path, lang) for path in role.paths),
        confirmation=_confirmation(book, role),
        comes_from=tuple(r for r in near if any(p.to == identity for p in r.paths)),
        leads=tuple(r for r in near if r.reports_to == identity),
        occupation=occupation(book, role, lang),
        has_matrix=matrix_path(book, str(role.family)) is not None,
        highest=all(other.grade <= role.grade for other in book.ladders[str(role.family)]),
    )


def _next_step(book: Handbook, role: Role, path: CareerPath, lang: str) -> NextStep:
    target, process = book.roles[path.to], process_of(book, path)
    conditions = by_competency(book, conditions_of(book, path))
    comparison = compare(book, role, target)
    items = checklist(book, comparison, path, lang)
    return NextStep(path, target, process, comparison, conditions, items, decided_by(process))


def _confirmation(book: Handbook, role: Role) -> ConfirmationPart | None:
    if role.confirmation is None:
        return None
    process = book.processes[role.confirmation.process]
    conditions = by_competency(book, conditions_of(book, role.confirmation))
    return ConfirmationPart(process, conditions, forms_of(process), decided_by(process))
