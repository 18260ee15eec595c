"""What an article of a policy shows of the data: a chart, levels, steps, roles, demands."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model import Role
from handbook.pages.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    Paragraph,
    Row,
    Table,
    Toned,
    Words,
)
from handbook.pages.layout.cards import groups
from handbook.pages.layout.times import limited
from handbook.pages.views.policy import RolePart, ShownPart
from handbook.pages.views.process import StepRow
from handbook.pages.writer import Writer


def shown(w: Writer, part: ShownPart, chart: str) -> Iterator[Block]:
    """The blocks below an article; ``chart`` is the id of its figure."""
    if part.chart:
        yield w.figure(part.chart, chart)
    if part.levels:
        head = tuple(map(w.words, ("role.grade", "kind.role", "role.summary")))
        yield Table(head, tuple(_level(w, role) for role in part.levels))
    if part.steps and part.process:
        head = tuple(
            map(w.words, ("kind.step", "step.actor-title", "step.within-title", "kind.form"))
        )
        yield w.table(head, (_step(w, row) for row in part.steps))
        see = w.link(("process", str(part.process.id)))
        yield Paragraph((*w.words("policy.see-process"), *see))
    for level in part.roles:
        yield from _role(w, level)
    if part.requirements:
        yield from groups(w, part.requirements)


def cell_row(*lines: Line) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(line) for line in lines))


def _level(w: Writer, role: Role) -> Row:
    link = w.link(("role", str(role.id)))
    return cell_row(w.plain_line(str(role.grade)), link, w.text(role.summary))


def _step(w: Writer, row: StepRow) -> Row:
    step = row.step
    name: Line = (Words(f"{row.number}. "), *w.text(step.name))
    if step.optional:
        name += (Words(" "), Toned("tag", w.words("step.if-needed")))
    within = w.value(step.within) if step.within else limited(w, step)
    form = w.link(("form", str(step.form))) if step.form else ()
    return cell_row(name, w.link(("actor", str(step.actor))), within, form)


def _role(w: Writer, level: RolePart) -> Iterator[Block]:
    yield Heading(3, w.link(("role", str(level.role.id))))
    duties = tuple(duty.text for area in level.duties for duty in area.duties)
    asked = tuple(row.requirement.text for group in level.requirements for row in group.rows)
    for name, texts in (("duties", duties), ("requirements", asked)):
        if texts:
            yield Paragraph(w.words(f"role.{name}-title"), tone="kind")
            yield w.lines(texts)
