"""The steps of a process one by one, whose part they are, and how the process ends."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.blocks import (
    Block,
    Blocks,
    Choices,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Section,
    Target,
    Toned,
    Words,
)
from handbook.pages.layout.assessment import step_assessment
from handbook.pages.layout.times import limited
from handbook.pages.views.process import Branch, ProcessView, StepRow
from handbook.pages.writer import Writer


def my_part(w: Writer, view: ProcessView) -> Section:
    """Choose an actor to see his steps alone; shown by its script."""
    everybody = ("", w.say("chart.part-all"))
    actors = tuple((actor, w.name(("actor", actor))) for actor in view.actors)
    says = w.say("chart.part-says", actor="{actor}", steps="{steps}")
    return Section(
        (
            Choices(w.words("chart.part"), "actor", (("", (everybody, *actors)),)),
            Paragraph((Toned("output", live=True),), tone="bare"),
        ),
        tone="part",
        kind="form",
        feature="my-part",
        marks=(
            ("process", str(view.process.id)), ("says", says),
            ("separator", w.say("list-separator")),
        ),
        hidden=True,
        searched=False,
    )  # fmt: skip


def step_list(w: Writer, rows: tuple[StepRow, ...]) -> Listing:
    """Every step: what, who, how long, which form, and where it leads."""
    items = tuple(_step(w, row) for row in rows)
    return Listing(items, ordered=True, tone="steps", feature="chart")


def _step(w: Writer, row: StepRow) -> Item:
    marks = (("step", row.id), ("actor", str(row.step.actor)))
    return Item((), tuple(_parts(w, row)), id=row.anchor, marks=marks)


def _parts(w: Writer, row: StepRow) -> Iterator[Block]:
    step = row.step
    name: Line = (Toned("strong", w.text(step.name)),)
    if step.optional:
        name += (Words(" "), Toned("tag", w.words("step.if-needed")))
    yield Section((Paragraph(name, tone="bare"),), tone="step__head")
    told = [(*w.words("step.actor"), *w.link(("actor", str(step.actor))))]
    if step.within:
        told.append((*w.words("step.within"), *limited(w, step)))
    elif step.within is not None:
        told.append(limited(w, step))
    if step.form:
        told.append((*w.words("step.form"), *w.link(("form", str(step.form)))))
    yield Paragraph(w.joined(told, "middle-dot"), tone="step__who")
    if step.optional:
        yield w.note(w.words("step.condition"), w.text(step.optional))
    if step.actions:
        yield w.lines(step.actions)
    yield from step_assessment(w, step, row.id.partition("/")[0])
    yield Listing(tuple(Item(_branch(w, branch)) for branch in row.branches), tone="ways")


def _branch(w: Writer, branch: Branch) -> Line:
    outcome, name = branch.outcome, w.plain(branch.name)
    number = f"{branch.number}. " if branch.number else ""
    found: Line = (Toned("outcome", w.text(outcome.label)),) if outcome else ()
    found += (Words(" → "), Link(Target(anchor=branch.anchor), (Words(f"{number}{name}"),)))
    if outcome and outcome.reasons:
        found += w.words("outcome.reasons")
    if outcome and outcome.at_most:
        found += (*w.words("outcome.at-most"), *w.value(outcome.at_most))
    return found


def ends(w: Writer, view: ProcessView, prefix: str = "") -> Blocks:
    """How the process ends, and what happens by itself."""
    items = tuple(
        Item(w.text(end.name), id=f"{prefix}end-{end.id}", tone=f"end--{end.result}")
        for end in view.process.ends
    )
    timers = (
        w.note(w.words("process.timer", when=w.say(label), name=w.plain(node.name)))
        for label, node in view.timers
    )
    return (Listing(items, tone="ends"), *timers)
