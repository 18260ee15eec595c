"""Where a role leads: a box for each career path, and one for the end of probation."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model import Role
from handbook.pages.addresses import DATES
from handbook.pages.blocks import (
    Block,
    Fact,
    Facts,
    Fold,
    Heading,
    Link,
    Paragraph,
    Section,
    Target,
)
from handbook.pages.layout.assessment import forms_fact, pass_marks
from handbook.pages.layout.cards import groups
from handbook.pages.layout.checklist import checklist
from handbook.pages.layout.paths import kind_of, path_facts
from handbook.pages.layout.step_summary import summary
from handbook.pages.layout.times import windowed
from handbook.pages.views.role import ConfirmationPart, NextStep
from handbook.pages.writer import Writer


def next_step(w: Writer, step: NextStep) -> Section:
    """A career path on from a role, with what changes and a list to tick."""
    target = step.target
    return Section(
        (
            kind_of(w, step.path),
            Heading(3, w.link(("role", str(target.id)))),
            Paragraph(w.text(target.summary)),
            *path_facts(w, step),
            *summary(w, step.comparison),
            *_conditions(w, step),
            *((checklist(w, step.checklist),) if step.checklist.count else ()),
        ),
        tone="card next",
        kind="part",
        id=f"{step.path.type}-{target.id}",
    )


def _conditions(w: Writer, step: NextStep) -> Iterator[Block]:
    if step.conditions:
        title = w.words("path.conditions-n", n=step.condition_count)
        yield Fold(title, groups(w, step.conditions))
    if step.path.guide:
        yield Heading(4, w.words("path.guide"))
        yield w.lines(step.path.guide)


def confirmation(w: Writer, role: Role, part: ConfirmationPart) -> Section:
    """How probation ends: when, who decides, what is asked."""
    process = part.process
    dates = Link(Target(DATES, query=f"role={role.id}"), w.words("dates.open"))
    return Section(
        (
            w.note(w.words("confirmation.who")),
            Heading(3, w.link(("process", str(process.id)))),
            Facts(tuple(_facts(w, role, part))),
            Paragraph((dates,)),
            *_asked(w, part),
        ),
        tone="card",
        kind="part",
    )


def _facts(w: Writer, role: Role, part: ConfirmationPart) -> Iterator[Fact]:
    if role.probation:
        yield w.fact("role.probation", w.value(role.probation))
    if when := windowed(w, part.process):
        yield w.fact("path.when", when)
    if part.decided_by:
        yield w.fact("path.decided-by", w.link(("actor", part.decided_by)))
    yield from pass_marks(w, part.process)
    yield from forms_fact(w, part.process, part.forms)


def _asked(w: Writer, part: ConfirmationPart) -> Iterator[Block]:
    if part.conditions:
        yield Heading(4, w.words("confirmation.conditions"))
        if part.process.conditions_told:
            yield w.note(w.words("process.told"), w.text(part.process.conditions_told))
        yield from groups(w, part.conditions)
