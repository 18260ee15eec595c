"""Parts that several pages lay out in the same way."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.company.competencies import level_of
from handbook.model import Competency, Duty, Metric, Requirement, Role
from handbook.model.requirement import Category
from handbook.pages.addresses import page_path
from handbook.pages.blocks import (
    Block,
    Blocks,
    Fold,
    Heading,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Section,
    Target,
    Words,
)
from handbook.pages.views.lists import DutyArea, RequirementGroup
from handbook.pages.writer import Writer


def rank(w: Writer, role: Role) -> Line:
    """A role's grade and, if it has one, department."""
    told = [w.words("role.grade-n", grade=role.grade)]
    if role.department:
        told.append((Words(w.name(("department", str(role.department)))),))
    return w.joined(told, "middle-dot")


def role_card(w: Writer, role: Role) -> Section:
    """A role in a box: grade, department, name, one sentence."""
    target = Target(page_path(("role", str(role.id))))
    return Section(
        (
            Paragraph(rank(w, role), tone="kind"),
            Heading(3, (Link(target, (Words(w.plain(role.name)),)),)),
            Paragraph(w.text(role.summary)),
        ),
        tone="card role-card",
        kind="part",
    )


def role_cards(w: Writer, roles: Iterable[Role]) -> Section:
    """Roles in boxes side by side."""
    return Section(tuple(role_card(w, role) for role in roles), tone="cards")


def areas(w: Writer, found: Iterable[DutyArea]) -> Blocks:
    """Duties by area; their details folded."""
    return tuple(
        Section(
            (
                Heading(3, w.text(area.area)),
                Listing(tuple(_duty(w, duty) for duty in area.duties), tone="duties"),
            ),
            tone="group",
            kind="part",
        )
        for area in found
    )  # fmt: skip


def _duty(w: Writer, duty: Duty) -> Item:
    details: list[Block] = [w.lines(duty.actions)] if duty.actions else []
    if duty.metrics:
        details.append(w.note(w.words("duty.metrics"), w.links("metric", duty.metrics)))
    label = w.words("duty.details" if duty.actions else "duty.metrics-only")
    return Item(w.text(duty.text), (Fold(label, tuple(details)),) if details else ())


def groups(w: Writer, found: Iterable[RequirementGroup]) -> Blocks:
    """Requirements by competency, each with its evidence and how it is measured."""
    return tuple(
        Section(
            (
                Heading(3, about(w, group.about)),
                Listing(
                    tuple(demand(w, row.requirement, row.metric) for row in group.rows),
                    tone="requirements",
                ),
            ),
            tone="group",
            kind="part",
        )
        for group in found
    )


def about(w: Writer, group: Competency | Category, *, linked: bool = True) -> Line:
    """What demands of one group are about."""
    if isinstance(group, Competency):
        key = ("competency", str(group.id))
        return w.link(key) if linked else (Words(w.name(key)),)
    return w.words(f"category.{group}")


def shown_by(w: Writer, requirement: Requirement, *, evidence: bool = True) -> list[Line]:
    """Which level of its competency a demand asks, what shows that it is met, its certificate."""
    found: list[Line] = []
    if level := level_of(w.book, requirement):
        found.append((*w.words("requirement.level"), *w.text(level.name)))
    if evidence and requirement.evidence:
        found.append((*w.words("requirement.evidence"), *w.text(requirement.evidence)))
    if certificate := requirement.certificate:
        parts = [(*w.words("certificate.issuer"), *w.text(certificate.issuer))]
        if certificate.level:
            parts.append((*w.words("certificate.level"), *w.text(certificate.level)))
        if certificate.valid_for:
            parts.append((*w.words("certificate.valid-for"), *w.value(certificate.valid_for)))
        found.append((*w.words("requirement.certificate"), *w.joined(parts, "comma")))
    return found


def demand(w: Writer, requirement: Requirement, metric: Metric | None = None) -> Item:
    """A requirement with its evidence and how it is measured."""
    notes: list[Block] = [w.note(line) for line in shown_by(w, requirement)]
    if metric and metric.numerator and metric.denominator:
        name = w.words("requirement.measured", name=w.plain(metric.name))
        parts = (*w.text(metric.numerator), Words(" ÷ "), *w.text(metric.denominator))
        notes.append(w.note(name, parts))
    return Item(w.text(requirement.text), tuple(notes))
