"""A policy: its articles numbered, and what they show of the data."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import Policy, Process, Role, Shown
from handbook.pages.charts.content import chart_of
from handbook.pages.charts.mermaid import Chart
from handbook.pages.views.lists import DutyArea, RequirementGroup, by_area, by_competency
from handbook.pages.views.process import StepRow, step_rows


@dataclass(frozen=True, slots=True)
class RolePart:
    """One level of a ladder with what it does and what it is asked."""

    role: Role
    duties: tuple[DutyArea, ...]
    requirements: tuple[RequirementGroup, ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """What an article shows; one field is filled."""

    chart: Chart | None = None
    levels: tuple[Role, ...] = ()
    roles: tuple[RolePart, ...] = ()
    process: Process | None = None
    steps: tuple[StepRow, ...] = ()
    requirements: tuple[RequirementGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy; articles are numbered through all chapters from 1."""

    policy: Policy
    numbers: dict[tuple[str, str], int]
    shown: dict[tuple[str, str], ShownPart]


def policy_view(book: Handbook, identity: str, lang: str) -> PolicyView:
    """Raises KeyError for an unknown id."""
    policy = book.policies[identity]
    numbers: dict[tuple[str, str], int] = {}
    shown: dict[tuple[str, str], ShownPart] = {}
    for chapter in policy.chapters:
        for article in chapter.articles:
            numbers[chapter.id, article.id] = len(numbers) + 1
            if article.show:
                shown[chapter.id, article.id] = _shown(book, article.show, lang)
    return PolicyView(policy, numbers, shown)


def _shown(book: Handbook, show: Shown, lang: str) -> ShownPart:
    if show.flowchart:
        return ShownPart(chart=chart_of(book, show.flowchart, lang))
    if show.process:
        process = book.processes[show.process]
        return ShownPart(process=process, steps=step_rows(process))
    if show.ladder:
        return ShownPart(levels=book.ladders[show.ladder])
    if show.roles:
        return ShownPart(roles=tuple(_role_part(book, r) for r in book.ladders[show.roles]))
    return ShownPart(requirements=by_competency(book, show.requirements))


def _role_part(book: Handbook, role: Role) -> RolePart:
    duties = by_area(book.duties[duty] for duty in role.duties)
    return RolePart(role, duties, by_competency(book, role.requirements))
