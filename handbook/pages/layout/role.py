"""A role: where it stands, what it does and asks, what comes next, what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model import Role
from handbook.pages.blocks import (
    Block,
    Blocks,
    Data,
    Fact,
    Facts,
    Heading,
    Line,
    Paragraph,
    Section,
    Words,
)
from handbook.pages.layout.cards import areas, groups
from handbook.pages.layout.next_steps import confirmation, next_step
from handbook.pages.layout.paths import step_link
from handbook.pages.layout.times import tenured, windowed
from handbook.pages.views.role import NextStep, RoleView
from handbook.pages.writer import Writer


def role_page(w: Writer, view: RoleView) -> Blocks:
    """Everything about a role on one page; for other programs as schema.org's Occupation, too."""
    return (
        w.head(view.role, "role"),
        w.jump(view.sections),
        Facts(tuple(_facts(w, view))),
        *_where(w, view),
        *_headed(w, "duties", areas(w, view.duties)),
        *_headed(w, "requirements", groups(w, view.requirements)),
        *_next(w, view),
        *_first_weeks(w, view.role),
        *_confirmation(w, view),
        *_training_and_pay(w, view.role),
        *_documents(w, view.role),
        w.foot(view.role.source),
        Data(view.occupation, type="application/ld+json"),
    )


def _heading(w: Writer, part: str) -> Heading:
    return w.heading(2, part, w.say(f"role.{part}"))


def _headed(w: Writer, part: str, blocks: Blocks) -> Blocks:
    return (_heading(w, part), *blocks) if blocks else ()


def _facts(w: Writer, view: RoleView) -> Iterator[Fact]:
    role = view.role
    if role.department:
        yield w.fact("role.department", w.link(("department", str(role.department))))
    yield w.fact("role.family", w.link(("family", str(role.family))))
    yield w.fact("role.grade", w.words("role.grade-n", grade=role.grade))
    if role.reports_to:
        yield w.fact("role.reports-to", w.link(("role", str(role.reports_to))))
    if view.leads:
        yield w.fact("role.leads", _names(w, view.leads))
    if role.probation:
        yield w.fact("role.probation", w.value(role.probation))
    for step in view.next_steps:
        yield _next_fact(w, role, step)


def _names(w: Writer, roles: Iterable[Role]) -> Line:
    return w.links("role", (str(role.id) for role in roles))


def _next_fact(w: Writer, role: Role, step: NextStep) -> Fact:
    """A career path in one sentence, for those who read no further."""
    target = step_link(role, step.target, (Words(w.plain(step.target.name)),))
    served = (*w.words("path.tenure"), Words(" ")) if step.path.tenure else ()
    told = ((*served, *tenured(w, step.path)), windowed(w, step.process))
    parts = [line for line in told if line]
    if step.decided_by:
        name = w.link(("actor", step.decided_by))
        parts.append((*w.words("path.decided-by"), *w.words("colon"), *name))
    kind = w.words(f"path.{step.path.type}")
    if not parts:
        return Fact(kind, target, tone="facts__wide")
    name = (*kind, *w.words("arrow"), *target)
    return Fact(name, w.joined(parts, "semicolon"), tone="facts__wide")


def _where(w: Writer, view: RoleView) -> Iterator[Block]:
    yield _heading(w, "where")
    yield w.figure(view.ladder, "ladder")
    if view.ladder.part and view.ladder.is_readable:
        yield Paragraph((Words(view.ladder.part),))
    if view.has_matrix:
        yield Paragraph(w.link(("family", str(view.role.family)), w.say("matrix.link")))
    if view.comes_from:
        yield Paragraph((*w.words("role.comes-from"), *_names(w, view.comes_from)))


def _next(w: Writer, view: RoleView) -> Iterator[Block]:
    if view.next_steps or view.highest:
        yield _heading(w, "next")
    if view.highest and not view.next_steps:
        yield Paragraph(w.words("role.no-next"))
    for step in view.next_steps:
        yield next_step(w, step)


def _first_weeks(w: Writer, role: Role) -> Iterator[Block]:
    if role.first_weeks:
        yield _heading(w, "first-weeks")
        yield w.lines(role.first_weeks, ordered=True, tone="weeks")


def _confirmation(w: Writer, view: RoleView) -> Iterator[Block]:
    if view.confirmation:
        yield _heading(w, "confirmation")
        yield confirmation(w, view.role, view.confirmation)


def _training_and_pay(w: Writer, role: Role) -> Iterator[Block]:
    parts = (("role.training", role.training), ("role.pay", role.pay))
    columns = tuple(_column(w, title, w.lines(texts)) for title, texts in parts if texts)
    if columns:
        yield _heading(w, "training-and-pay")
        yield Section(columns, tone="columns")


def _documents(w: Writer, role: Role) -> Iterator[Block]:
    kinds = (("script", role.scripts), ("form", role.forms), ("policy", role.policies))
    columns = tuple(
        _column(w, f"kind.{kind}", w.link_list(w.link((kind, str(i))) for i in ids))
        for kind, ids in kinds
        if ids
    )
    if columns:
        yield _heading(w, "documents")
        yield Section(columns, tone="columns")


def _column(w: Writer, title: str, block: Block) -> Section:
    return Section((Heading(3, w.words(title)), block), kind="part")
