"""For HR: every value of the company beside its bounds, the other companies' and its uses."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.blocks import Block, Blocks, Cell, Line, Row, Toned, Words
from handbook.pages.views.values import ValueGroup, ValueRow
from handbook.pages.writer import Writer

_HEAD = (
    "kind.parameter", "parameters.value", "parameters.bounds", "parameters.others",
    "parameters.uses",
)  # fmt: skip


def values_page(w: Writer, groups: tuple[ValueGroup, ...]) -> Blocks:
    """A table for each group; unfilled values come first."""
    tables = (block for n, group in enumerate(groups, 1) for block in _group(w, n, group))
    title = w.title(w.say("parameters.title"), w.say("parameters.lead"), kind=w.say("hr.only"))
    return (title, *tables, w.foot())


def _group(w: Writer, number: int, group: ValueGroup) -> Iterator[Block]:
    yield w.heading(2, f"group-{number}", group.name or w.say("parameters.unfilled"))
    rows = (_row(w, row) for row in group.rows)
    yield w.table((w.words(key) for key in _HEAD), rows, tone="values")


def _row(w: Writer, row: ValueRow) -> Row:
    parameter = row.parameter
    identity = str(parameter.id)
    name = (
        Words(w.plain(parameter.name)), Words("\n"), Toned("code", (Words(identity),)),
        Words("\n"), *w.noted((Words(w.plain(parameter.meaning)),)),
    )  # fmt: skip
    others = tuple(Words(f"{name}{w.say('colon')}{value}") for name, value in row.others)
    theirs = Cell(w.rows([(other,) for other in others]), tone="differs" if row.differs else "")
    uses = w.joined([w.link(key) for key in row.uses])
    cells = (Cell(name), Cell(w.value(identity)), Cell(_bounds(w, row)), theirs, Cell(uses))
    return Row(cells, id=identity)


def _bounds(w: Writer, row: ValueRow) -> Line:
    found: list[Line] = []
    if row.bounds:
        found.append(w.words(row.bounds, low=row.low, high=row.high))
    if row.parameter.out_of:
        found.append((*w.words("parameters.out-of"), *w.value(row.parameter.out_of)))
    if row.limited_by_law:
        found.append(w.words("parameters.legal"))
    return w.rows(found)
