"""A department: its roles, its duties, the departments under it."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import Department, Role
from handbook.pages.charts.content import department_chart
from handbook.pages.charts.mermaid import Chart
from handbook.pages.views.lists import DutyArea, by_area


@dataclass(frozen=True, slots=True)
class DepartmentView:
    """A department with its roles and the departments under it."""

    department: Department
    duties: tuple[DutyArea, ...]
    roles: tuple[Role, ...]
    children: tuple[Department, ...]
    chart: Chart | None


def department_view(book: Handbook, identity: str, lang: str) -> DepartmentView:
    """Raises KeyError for an unknown id."""
    department = book.departments[identity]
    roles = book.staff.get(identity, ())
    chart = department_chart(book, identity, lang)
    under = book.users_of("department", ("department", identity))
    return DepartmentView(
        department,
        by_area(book.duties[duty] for duty in department.duties),
        roles,
        tuple(child for child in under if child.parent == identity),
        chart if len(chart.boxes) > 1 else None,
    )
