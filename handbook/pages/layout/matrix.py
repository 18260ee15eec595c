"""A job family's levels side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model import Duty, Requirement, Role
from handbook.pages import matrix
from handbook.pages.blocks import (
    Block,
    Blocks,
    Cell,
    Heading,
    Item,
    Line,
    Listing,
    Paragraph,
    Row,
    Section,
    Table,
    Toned,
    Words,
)
from handbook.pages.layout.cards import about
from handbook.pages.layout.careers import ways
from handbook.pages.layout.paths import from_to
from handbook.pages.views.matrix import MatrixView
from handbook.pages.writer import Writer

OneCell = matrix.Cell[Requirement] | matrix.Cell[Duty]


def matrix_page(w: Writer, view: MatrixView) -> Blocks:
    """Steps between the levels, then what each asks and does."""
    items = tuple(Item(from_to(w, before, after)) for before, after in view.steps)
    steps = (Listing(items, tone="links matrix-steps"),) if items else ()
    demands = (_row(w, view, _about(w, row), row.cells) for row in view.demands)
    duties = (_row(w, view, w.text(row.area), row.cells) for row in view.areas)
    return (
        _head(w, view),
        *_ladder(w, view),
        *((Section(steps, feature="compare"),) if view.areas or view.demands else ()),
        *_table(w, view, "requirements", "category", demands),
        *_table(w, view, "duties", "area", duties),
        w.foot(),
    )


def _head(w: Writer, view: MatrixView) -> Section:
    title = w.words("matrix.title", name=w.plain(view.family.name))
    summary = view.family.summary
    return Section(
        (
            Paragraph(w.words("kind.family"), tone="kind"),
            Heading(1, title, searched=False),
            *((Paragraph(w.text(summary), tone="summary"),) if summary else ()),
        ),
        tone="head",
        kind="head",
    )


def _ladder(w: Writer, view: MatrixView) -> Iterator[Block]:
    """The family's part of the page of all ladders, where that has too many roles."""
    if view.chart and view.rows:
        yield w.figure(view.chart, "ladder", beside=("family", str(view.family.id)))
        yield w.link_list(w.link(("role", str(role.id))) for role in view.levels)
        yield from ways(w, view.rows)


def _table(w: Writer, view: MatrixView, part: str, first: str, rows: Iterable[Row]) -> Blocks:
    title = w.say(f"matrix.{part}")
    head = (w.words(f"matrix.{first}"), *(_level(w, role) for role in view.levels))
    table = Table(head, tuple(rows), tone="matrix__table", label=title, wide=view.wide)
    return (w.heading(2, part, title), table) if table.rows else ()


def _level(w: Writer, role: Role) -> Line:
    grade = Toned("note", w.words("role.grade-n", grade=role.grade))
    return (*w.link(("role", str(role.id))), Words("\n"), grade)


def _about(w: Writer, row: matrix.Demands) -> Line:
    """The competency above its categories, or the category alone."""
    categories = w.joined(w.words(f"category.{one}") for one in row.categories)
    if row.competency is None:
        return categories
    return (*about(w, row.competency), Words("\n"), Toned("note", categories))


def _row(w: Writer, view: MatrixView, name: Line, cells: Iterable[OneCell]) -> Row:
    found = (_cell(w, role, cell) for role, cell in zip(view.levels, cells, strict=True))
    return Row((Cell(name, heads_row=True), *found))


def _cell(w: Writer, role: Role, cell: OneCell) -> Cell:
    """Each cell names its level: on a phone they stand one below the other."""
    line: Line = (Toned("cell__level", (Words(w.plain(role.name)),)), Words(" "))
    texts: Blocks = tuple(Paragraph(w.text(thing.text)) for thing in cell.things)
    if cell.state == "same":
        line, texts = (*line, Toned("cell__same", w.words("matrix.same"))), ()
    elif cell.state == "raised":
        line = (*line, Toned("mark", w.words("matrix.raised")))
    return Cell(line, texts, tone=f"cell cell--{cell.state}")
