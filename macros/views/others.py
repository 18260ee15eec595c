"""Ladders, departments, forms, policies and the home page: what is listed where."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.book import Handbook
from handbook.chart import Chart
from handbook.flowchart import chart_of, ladder_chart
from handbook.model import Chapter, Department, Family, Form, Policy, Process, Role, Shown
from macros.views.lists import DutyArea, RequirementGroup, by_area, by_category


@dataclass(frozen=True, slots=True)
class Ladder:
    """A job family, its roles from the bottom up, and their chart."""

    family: Family
    roles: tuple[Role, ...]
    chart: Chart


@dataclass(frozen=True, slots=True)
class DepartmentView:
    """A department with its roles and the departments under it."""

    department: Department
    duties: tuple[DutyArea, ...]
    roles: tuple[Role, ...]
    children: tuple[Department, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A form and the processes in which it is handed in."""

    form: Form
    processes: tuple[Process, ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """What an article shows: one of a chart, a ladder, requirements or a process."""

    chart: Chart | None = None
    chart_id: str = ""
    ladder: Ladder | None = None
    requirements: tuple[RequirementGroup, ...] = ()
    roles: tuple[Role, ...] = ()
    process: Process | None = None


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy; articles are numbered through all chapters from 1."""

    policy: Policy
    numbers: dict[tuple[str, str], int]
    shown: dict[tuple[str, str], ShownPart]


def ladder(book: Handbook, family: str, lang: str) -> Ladder:
    """Raises KeyError for an unknown family."""
    return Ladder(book.families[family], book.ladders[family], ladder_chart(book, family, lang))


def ladders(book: Handbook, lang: str) -> tuple[Ladder, ...]:
    """Every job family that has roles."""
    found = (ladder(book, identity, lang) for identity in book.families)
    return tuple(one for one in found if one.roles)


def department_view(book: Handbook, identity: str) -> DepartmentView:
    """Raises KeyError for an unknown id."""
    department = book.departments[identity]
    key = ("department", identity)
    roles = [role for role in book.users_of("role", key) if role.department == identity]
    return DepartmentView(
        department,
        by_area(book.duties[duty] for duty in department.duties),
        tuple(sorted(roles, key=lambda role: (role.family, -role.grade))),
        book.users_of("department", key),
    )


def form_view(book: Handbook, identity: str) -> FormView:
    """Raises KeyError for an unknown id."""
    return FormView(book.forms[identity], book.users_of("process", ("form", identity)))


def policy_view(book: Handbook, identity: str, lang: str) -> PolicyView:
    """Raises KeyError for an unknown id."""
    policy = book.policies[identity]
    numbers: dict[tuple[str, str], int] = {}
    shown: dict[tuple[str, str], ShownPart] = {}
    for chapter in policy.chapters:
        for article in chapter.articles:
            numbers[chapter.id, article.id] = len(numbers) + 1
            if article.show:
                shown[chapter.id, article.id] = _shown(book, article.show, chapter, lang)
    return PolicyView(policy, numbers, shown)


def _shown(book: Handbook, show: Shown, chapter: Chapter, lang: str) -> ShownPart:
    if show.flowchart:
        return ShownPart(chart=chart_of(book, show.flowchart, lang), chart_id=f"c-{chapter.id}")
    if show.process:
        chart = chart_of(book, show.process, lang)
        process = book.processes[show.process]
        return ShownPart(chart=chart, chart_id=f"c-{chapter.id}-{process.id}", process=process)
    if show.ladder:
        found = ladder(book, show.ladder, lang)
        return ShownPart(chart=found.chart, chart_id=f"c-{chapter.id}", ladder=found)
    if show.roles:
        return ShownPart(roles=ladder(book, show.roles, lang).roles)
    return ShownPart(requirements=by_category(book, show.requirements))
