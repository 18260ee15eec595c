"""A job family's levels side by side: what each asks, what each does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model import Role
from handbook.pages import matrix
from handbook.pages.addresses import step_path
from handbook.pages.blocks import (
    Block,
    Blocks,
    Cell,
    Heading,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Row,
    Section,
    Table,
    Target,
    Toned,
    Words,
)
from handbook.pages.views.matrix import MatrixView
from handbook.pages.writer import Writer


def matrix_page(w: Writer, view: MatrixView) -> Blocks:
    """The steps between the levels, then a table of demands and one of duties."""
    head = Section(
        (
            Paragraph(w.words("kind.family"), tone="kind"),
            Heading(1, w.words("matrix.title", name=w.plain(view.family.name))),
            Paragraph(w.text(view.family.summary), tone="summary"),
        ),
        tone="head",
        kind="head",
    )
    demands = ((_about(w, row), row.cells) for row in view.competencies)
    duties = ((w.text(row.area), row.cells) for row in view.areas)
    return (
        head,
        Section(tuple(_steps(w, view)), feature="compare"),
        *_table(w, view, "requirements", "matrix.category", demands),
        *_table(w, view, "duties", "matrix.area", duties),
        w.foot(),
    )


def _steps(w: Writer, view: MatrixView) -> Iterator[Block]:
    if view.steps:
        items = []
        for before, after in view.steps:
            names = w.words("compare.step", a=w.plain(before.name), b=w.plain(after.name))
            items.append(Item((Link(Target(step_path(str(before.id), str(after.id))), names),)))
        yield Listing(tuple(items), tone="links matrix-steps")


def _about(w: Writer, row: matrix.Competency) -> Line:
    category = w.words(f"category.{row.category}")
    return (*w.text(row.name), Words("\n"), *w.noted(category)) if row.name else category


def _table(
    w: Writer, view: MatrixView, name: str, first: str,
    rows: Iterable[tuple[Line, tuple[matrix.Cell, ...]]],
) -> Iterator[Block]:  # fmt: skip
    title = w.say(f"matrix.{name}")
    yield w.heading(2, name, title)
    levels = [_level(w, role) for role in view.levels]
    names = [w.plain(role.name) for role in view.levels]
    table = []
    for about, cells in rows:
        own = (_cell(w, level, cell) for level, cell in zip(names, cells, strict=True))
        table.append(Row((Cell(about, heads_row=True), *own)))
    head = (w.words(first), *levels)
    yield Table(head, tuple(table), tone="matrix__table", label=title, wide=view.wide)


def _level(w: Writer, role: Role) -> Line:
    grade = w.words("role.grade-n", grade=role.grade)
    return w.rows([w.link(("role", str(role.id))), w.noted(grade)])


def _cell(w: Writer, level: str, cell: matrix.Cell) -> Cell:
    line: Line = (Toned("cell__level", (Words(level),)),)
    things: Blocks = ()
    if cell.state == "same":
        line += (Toned("cell__same", w.words("matrix.same")),)
    else:
        if cell.state == "raised":
            line += (Toned("mark", w.words("matrix.raised")),)
        things = tuple(Paragraph(w.text(thing.text)) for thing in cell.things)
    return Cell(line, things, tone=f"cell cell--{cell.state}")
