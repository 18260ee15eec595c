"""A form: where it is used, and the sheet itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.pages.addresses import page_path
from handbook.pages.blocks import (
    Block,
    Blocks,
    Button,
    Fact,
    Facts,
    Heading,
    Line,
    Link,
    Paragraph,
    Section,
    Target,
    Toned,
    Words,
)
from handbook.pages.views.form import Blank, FilledBy, FormUse, FormView
from handbook.pages.writer import Writer


def form_page(w: Writer, view: FormView) -> Blocks:
    """Who fills it in and when, then the sheet as it is printed."""
    filled_by = w.link(("actor", str(view.form.filled_by)))
    return (
        w.head(view.form, "form"),
        Facts((w.fact("form.filled-by", filled_by), *_uses(w, view))),
        w.heading(2, "sheet", w.say("form.sheet")),
        print_button(w),
        sheet(w, w.plain(view.form.name), (_part(w, part) for part in view.parts)),
        w.foot(view.form.source),
    )  # fmt: skip


def print_button(w: Writer) -> Section:
    """Prints the sheets of the page alone; shown by its script."""
    return Section(
        (
            Button(w.words("form.print"), marks=(("print", ""),)),
            Paragraph((Words(" "), *w.noted(w.words("form.print-note"))), tone="bare"),
        ),
        tone="form__buttons",
        feature="form",
        hidden=True,
    )


def sheet(w: Writer, name: str, parts: Iterable[Block]) -> Section:
    """One sheet of paper: the company and the name, the parts, the edition."""
    return Section(
        (
            Paragraph((Words(w.plain(w.book.company.name)),), tone="form__company"),
            Paragraph((Words(name),), tone="form__name"),
            *parts,
            Paragraph(w.joined([(Words(name),), w.edition()], "middle-dot"), tone="form__foot"),
        ),
        tone="form",
    )


def _uses(w: Writer, view: FormView) -> Iterator[Fact]:
    for use in view.uses:
        steps = (_step(w, use, number) for number in range(len(use.steps)))
        lines = w.rows([w.link(("process", str(use.process.id))), *steps])
        yield w.fact("form.process", lines)


def _step(w: Writer, use: FormUse, number: int) -> Line:
    row = use.steps[number]
    name = w.words("form.step", number=row.number, name=w.plain(row.step.name))
    return (Link(Target(page_path(("process", str(use.process.id))), row.anchor), name),)


def _part(w: Writer, part: FilledBy) -> Section:
    who = w.link(("actor", part.actor))
    title = (*w.words("form.part-before"), *who, *w.words("form.part-after"))
    rows = (Facts(tuple(_blank(w, one) for one in row), tone="form__row") for row in part.rows)
    return Section((Heading(3, title), *rows), kind="part")


def _blank(w: Writer, one: Blank) -> Fact:
    field = one.field
    line: Line = ()
    if field.options:
        for option in field.options:
            line += (Toned("option", (Words("□ "), *w.text(option))), Words(" "))
    elif field.type == "date":
        line = (day(w),)
    elif field.type == "signature":
        line = (Toned("blank"), *((day(w),) if one.dated else ()))
    return Fact(w.text(field.label), line, tone=f"form__{field.type}")


def day(w: Writer) -> Toned:
    """Blanks for year, month and day."""
    parts = ((Toned("blank"), *w.words(f"form.{name}")) for name in ("year", "month", "day"))
    return Toned("form__day", tuple(piece for part in parts for piece in part))
