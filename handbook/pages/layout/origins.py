"""For HR: what is the company's own, what it changed, what it took as it is, and what it left."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.blocks import Block, Blocks, Cell, Line, Paragraph, Row, Table, Toned, Words
from handbook.pages.views.origins import OriginsView, ThingRow
from handbook.pages.writer import Writer

_HEAD = ("origins.kind", "origins.thing", "origins.text", "report.place")


def origins_page(w: Writer, view: OriginsView) -> Blocks:
    """A table for each origin; only those of which there is something."""
    return (
        w.title(w.say("origins.title"), w.say("origins.lead"), kind=w.say("hr.only")),
        *_group(w, "own", view.own),
        *_group(w, "changed", view.changed),
        *_group(w, "taken", view.taken),
        *_left(w, view),
        w.foot(),
    )


def _group(w: Writer, name: str, rows: tuple[ThingRow, ...]) -> Iterator[Block]:
    if rows:
        yield w.heading(2, name, w.say("report.group", name=w.say(f"origins.{name}"), n=len(rows)))
        yield Table(
            tuple(w.words(key) for key in _HEAD), tuple(_row(w, row) for row in rows), tone="values"
        )


def _row(w: Writer, row: ThingRow) -> Row:
    kind, identity = row.key
    text = w.text(row.text) if row.text else ()
    changes: tuple[Line, ...] = tuple(
        w.noted((Toned("code", (Words(f"{at}: {value}"),)),)) for at, value in row.changes
    )
    code = Toned("code", (Words(identity),))
    named = w.name(row.key) != identity
    name: Line = (*w.link(row.key), Words("\n"), code) if named else (code,)
    place: Line = (Toned("code", (Words(f"{row.place.file}:{row.place.line}"),)),)
    cells = (w.words(f"kind.{kind}"), name, w.rows([text, *changes] if text else changes), place)
    return Row(tuple(map(Cell, cells)))


def _left(w: Writer, view: OriginsView) -> Iterator[Block]:
    if view.left:
        name = w.say("report.group", name=w.say("origins.left"), n=len(view.left))
        yield w.heading(2, "left", name)
        yield Paragraph(w.words("origins.left-lead"))
        kinds = dict.fromkeys(kind for kind, _ in view.left)
        for kind in kinds:
            ids = w.say("list-separator").join(i for k, i in view.left if k == kind)
            line = (*w.words(f"kind.{kind}"), Words(w.say("colon")), Toned("code", (Words(ids),)))
            yield Paragraph(line)
