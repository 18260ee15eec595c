"""A department: who leads it, its roles, its duties."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.blocks import Block, Blocks, Fact, Facts
from handbook.pages.layout.cards import areas, role_cards
from handbook.pages.views.department import DepartmentView
from handbook.pages.writer import Writer


def department_page(w: Writer, view: DepartmentView) -> Blocks:
    """Facts, roles with a chart of who reports to whom, duties."""
    return (
        w.head(view.department, "department"),
        *((Facts(facts),) if (facts := tuple(_facts(w, view))) else ()),
        *_roles(w, view),
        *_duties(w, view),
        w.foot(view.department.source),
    )


def _facts(w: Writer, view: DepartmentView) -> Iterator[Fact]:
    department = view.department
    if department.parent:
        yield w.fact("department.parent", w.link(("department", str(department.parent))))
    if department.head:
        yield w.fact("department.head", w.link(("role", str(department.head))))
    if view.children:
        children = w.links("department", (child.id for child in view.children))
        yield w.fact("department.children", children)


def _roles(w: Writer, view: DepartmentView) -> Iterator[Block]:
    if view.roles:
        yield w.heading(2, "roles", w.say("department.roles"))
        if view.chart:
            yield w.figure(view.chart, "chart")
        yield role_cards(w, view.roles)


def _duties(w: Writer, view: DepartmentView) -> Iterator[Block]:
    if view.duties:
        yield w.heading(2, "duties", w.say("department.duties"))
        yield from areas(w, view.duties)
