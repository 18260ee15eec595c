"""For HR: every kind of data, where its files stand, and its fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.authoring.reference import FieldRow, KindPart
from handbook.pages.blocks import Block, Blocks, Cell, Line, Paragraph, Row, Table, Toned, Words
from handbook.pages.writer import Writer

_HEAD = ("reference.field", "reference.type", "reference.meaning", "reference.example")


def reference_page(w: Writer, kinds: Iterable[KindPart]) -> Blocks:
    """A table of fields for each kind."""
    title = w.title(w.say("reference.title"), w.say("reference.lead"), kind=w.say("hr.only"))
    return (title, *(block for kind in kinds for block in _kind(w, kind)))


def _kind(w: Writer, kind: KindPart) -> Iterator[Block]:
    yield w.heading(2, kind.name, kind.title)
    files = Toned("code", (Words(f"policy_data/{kind.files}"),))
    yield Paragraph((*w.words("reference.files"), files))
    rows = tuple(_row(w, row) for row in kind.rows)
    yield Table(tuple(w.words(key) for key in _HEAD), rows, tone="fields")


def _row(w: Writer, row: FieldRow) -> Row:
    name: Line = (_code(row.name),)
    if row.required:
        name += (Words("\n"), Toned("tag", w.words("reference.required")))
    example: Line = (_code(row.example),) if row.example else ()
    told = (Cell((Words(row.type),)), Cell((Words(row.meaning),)))
    return Row((Cell(name), *told, Cell(example)), tone=f"level-{row.level}")


def _code(text: str) -> Toned:
    return Toned("code", (Words(text),))
