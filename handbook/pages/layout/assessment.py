"""How a step is assessed: its criteria with their weights, what passes, and the panel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model import Assessment, Criterion, Member, Panel, Process, Step
from handbook.pages.addresses import page_path, score_sheet_path, sheet_anchor, step_anchor
from handbook.pages.blocks import (
    Block,
    Cell,
    Fact,
    Line,
    Link,
    Paragraph,
    Row,
    Shown,
    Table,
    Target,
    Words,
)
from handbook.pages.views.assessment import assessed
from handbook.pages.writer import Writer
from handbook.words.figures import number


def step_assessment(w: Writer, step: Step, process: str) -> Iterator[Block]:
    """What stands at a step that scores, or that a panel decides."""
    if step.panel:
        yield Paragraph(panel_sentence(w, step.panel))
        yield Paragraph((*w.words("panel.members"), *members(w, step.panel)), tone="note")
    if step.assessment:
        yield criteria_table(w, step.assessment)
        target = Target(score_sheet_path(process), sheet_anchor(step.id))
        sheet = Link(target, w.words("score.open"))
        yield Paragraph((*passing(w, step.assessment), Words(" "), sheet))


def criteria_table(w: Writer, assessment: Assessment) -> Table:
    """Each criterion: what it looks at, what it is scored by, its weight."""
    rows = (
        Row((
            Cell(w.text(one.name), tuple(_about(w, one)), heads_row=True),
            Cell(weight(w, one.weight)),
        ))
        for one in assessment.criteria
    )  # fmt: skip
    return Table((w.words("score.criterion"), w.words("score.weight")), tuple(rows), tone="scores")


def weight(w: Writer, percent: float) -> Line:
    """A part of the whole."""
    return w.words("score.percent", n=number(percent, w.lang))


def passing(w: Writer, assessment: Assessment) -> Line:
    """Full marks and what passes."""
    full, least = w.value(assessment.full_marks), w.value(assessment.pass_mark)
    return w.filled("score.passes", full=full, least=least)


def panel_sentence(w: Writer, panel: Panel) -> Line:
    """How many sit on it, must be there, must agree; who leads it."""
    numbers = {name: _people(w, getattr(panel, name)) for name in ("size", "quorum", "votes")}
    sentence = w.filled("panel.sentence", **numbers)
    if panel.chair:
        sentence += w.filled("panel.chair", chair=w.link(("actor", str(panel.chair))))
    return sentence


def members(w: Writer, panel: Panel) -> Line:
    """Who sits on it, in one line."""
    return w.joined(_member(w, one) for one in panel.members)


def pass_marks(w: Writer, process: Process) -> Iterator[Fact]:
    """What passes in each step of a process that scores."""
    page = page_path(("process", str(process.id)))
    lines = [
        (
            Link(Target(page, step_anchor(step.id)), w.text(step.name)),
            *w.words("score.colon"),
            *passing(w, one),
        )
        for step, one in assessed(process)
    ]
    if lines:
        yield w.fact("score.passing", w.rows(lines))


def sheet_links(w: Writer, processes: Iterable[Process]) -> list[Line]:
    """Links to the score sheets of those processes that have some."""
    return [
        (Link(Target(score_sheet_path(process.id)), sheet_title(w, process)),)
        for process in processes
        if assessed(process)
    ]


def forms_fact(w: Writer, process: Process, forms: Iterable[str]) -> Iterator[Fact]:
    """The forms of a process and its score sheet."""
    lines = [*(w.link(("form", form)) for form in forms), *sheet_links(w, (process,))]
    if lines:
        yield w.fact("path.forms", w.joined(lines))


def sheet_title(w: Writer, process: Process) -> Line:
    """What the score sheet of a process is called."""
    return w.words("score_sheet.title", name=w.plain(process.name))


def _about(w: Writer, one: Criterion) -> Iterator[Block]:
    if one.looks_at:
        yield w.note(w.words("score.looks-at"), w.text(one.looks_at))
    if one.evidence:
        yield w.note(w.words("score.evidence"), w.joined(w.text(each) for each in one.evidence))


def _member(w: Writer, one: Member) -> Line:
    who = w.link(("actor", str(one.actor))) if one.actor else ()
    who += w.text(one.people) if one.people else ()
    return (*who, *(w.words("panel.count", n=one.count) if one.count else ()))


def _people(w: Writer, parameter: str) -> Line:
    """The number alone: the sentence around it says of what."""
    value = w.book.values[parameter]
    if value.whole is None:
        return w.value(parameter)
    return (Shown(number(value.whole, w.lang), w.plain(value.parameter.name)),)
