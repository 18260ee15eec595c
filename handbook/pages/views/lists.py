"""Lists that several pages show: duties by area, requirements by competency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import CareerPath, Competency, Confirmation, Duty, Metric, Requirement
from handbook.model.requirement import Category
from handbook.pages.compare import grouped
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
    """Demands of one competency, or of one category where the data names none."""

    about: Competency | Category
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


def by_competency(book: Handbook, requirements: Iterable[str]) -> tuple[RequirementGroup, ...]:
    """Requirements in groups, as ``grouped`` says."""
    return tuple(
        RequirementGroup(about, tuple(_row(book, book.requirements[i]) for i in ids))
        for about, ids in grouped(book, requirements)
    )


def _row(book: Handbook, requirement: Requirement) -> RequirementRow:
    measure = requirement.measure
    return RequirementRow(requirement, book.metrics[measure.metric] if measure else None)
