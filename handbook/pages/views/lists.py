"""Lists that several pages show: duties by area, requirements by category."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import CareerPath, Confirmation, Duty, Metric, Requirement
from handbook.model.requirement import CATEGORIES
from handbook.words.text import Text


@dataclass(frozen=True, slots=True)
class DutyArea:
    """Duties under one heading."""

    area: Text
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A demand with the metric that measures it."""

    requirement: Requirement
    metric: Metric | None


@dataclass(frozen=True, slots=True)
class RequirementGroup:
    """Demands of one category; ``label`` is the catalogue's key of its name."""

    label: str
    rows: tuple[RequirementRow, ...]


def conditions_of(book: Handbook, change: CareerPath | Confirmation) -> tuple[str, ...]:
    """The ids of what must be fulfilled: of the process, then of this path; each once.

    The requirements of the role that a career path leads to come on top.
    """
    asked = book.processes[change.process].requirements if change.process else ()
    return tuple(dict.fromkeys(map(str, (*asked, *change.requirements))))


def by_area(duties: Iterable[Duty]) -> tuple[DutyArea, ...]:
    """Duties grouped by area, areas in the order of their first duty."""
    groups: dict[Text, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(duty.area, []).append(duty)
    return tuple(DutyArea(area, tuple(group)) for area, group in groups.items())


def by_category(book: Handbook, requirements: Iterable[str]) -> tuple[RequirementGroup, ...]:
    """Requirements grouped by category, categories in the order of the model."""
    rows = [_row(book, book.requirements[identity]) for identity in requirements]
    return tuple(
        RequirementGroup(f"category.{category}", group)
        for category in CATEGORIES
        if (group := tuple(r for r in rows if r.requirement.category == category))
    )


def _row(book: Handbook, requirement: Requirement) -> RequirementRow:
    measure = requirement.measure
    return RequirementRow(requirement, book.metrics[measure.metric] if measure else None)
