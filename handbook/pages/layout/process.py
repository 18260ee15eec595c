"""A process: who may start it when, its steps beside its chart, its ends, its conditions."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.addresses import DATES
from handbook.pages.blocks import Block, Blocks, Fact, Facts, Link, Paragraph, Section, Target
from handbook.pages.layout.assessment import forms_fact, pass_marks
from handbook.pages.layout.cards import groups
from handbook.pages.layout.steps import ends, my_part, step_list
from handbook.pages.layout.times import windowed
from handbook.pages.views.dates import has_dates
from handbook.pages.views.process import ProcessView, step_rows
from handbook.pages.writer import Writer


def process_page(w: Writer, view: ProcessView) -> Blocks:
    """Facts on top, then step by step."""
    process = view.process
    return (
        w.head(process, "process"),
        Facts(tuple(_facts(w, view))),
        *_notes(w, view),
        w.jump(view.sections),
        *_steps(w, view),
        w.heading(2, "ends", w.say("process.ends")),
        *ends(w, view),
        *_conditions(w, view),
        w.foot(process.source),
    )  # fmt: skip


def _steps(w: Writer, view: ProcessView) -> Blocks:
    """The steps beside the chart, or alone if it is too large to be read."""
    title, steps = w.heading(2, "steps", w.say("process.steps")), step_list(w, view.steps)
    key = ("process", str(view.process.id))
    if not view.chart.is_readable:
        return title, w.unread(view.chart, key), my_part(w, view), steps
    figure = w.figure(view.chart, "chart", beside=key)
    chart = (w.heading(2, "chart", w.say("process.chart")), figure)
    listed = Section((title, my_part(w, view), steps), tone="process__steps")
    return (Section((listed, Section(chart, tone="process__chart")), tone="process"),)


def step_parts(w: Writer, view: ProcessView, prefix: str) -> Blocks:
    """The steps alone, for a hand-written page; ``prefix`` tells several processes apart."""
    return (my_part(w, view), step_list(w, step_rows(view.process, prefix)), *ends(w, view, prefix))


def _facts(w: Writer, view: ProcessView) -> Iterator[Fact]:
    process = view.process
    yield w.fact("process.applicant", w.link(("actor", str(process.applicant))))
    if when := windowed(w, process):
        yield w.fact("path.when", when)
    if process.must_end_by:
        yield w.fact("process.must-end", w.words(f"process.must-end.{process.must_end_by}"))
    if view.decided_by:
        yield w.fact("path.decided-by", w.link(("actor", view.decided_by)))
    yield from pass_marks(w, process)
    yield from forms_fact(w, process, view.forms)
    if view.roles:
        yield w.fact("process.roles", w.links("role", (role.id for role in view.roles)))
    if process.appeal:
        yield w.fact("process.appeal", w.link(("process", str(process.appeal))))


def _notes(w: Writer, view: ProcessView) -> Iterator[Block]:
    if view.process.must_end_by and has_dates(w.book):
        yield Paragraph((Link(Target(DATES), w.words("dates.open")),))
    if view.process.conditions_told:
        yield w.note(w.words("process.told"), w.text(view.process.conditions_told))


def _conditions(w: Writer, view: ProcessView) -> Iterator[Block]:
    if view.conditions:
        yield w.heading(2, "conditions", w.say("path.conditions"))
        yield from groups(w, view.conditions)
    if view.process.notes:
        yield w.heading(2, "notes", w.say("process.notes"))
        yield w.lines(view.process.notes)
