"""All job families: one picture, the roles of each, a row for each career path."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.addresses import step_path
from handbook.pages.blocks import (
    Block,
    Blocks,
    Cell,
    Line,
    Link,
    Paragraph,
    Row,
    Table,
    Target,
    Words,
)
from handbook.pages.layout.cards import role_cards, threshold
from handbook.pages.views.careers import CareersView, FamilyRows, PathRow
from handbook.pages.writer import Writer


def careers_page(w: Writer, view: CareersView) -> Blocks:
    """The overview, then family by family."""
    families = (block for group in view.families for block in _family(w, group))
    return (
        w.title(w.say("careers.title"), w.say("careers.lead")),
        w.heading(2, "overview", w.say("careers.overview")),
        w.figure(view.chart, "ladders"),
        *families,
        w.foot(),
    )


def _family(w: Writer, group: FamilyRows) -> Iterator[Block]:
    yield w.heading(2, str(group.family.id), w.plain(group.family.name))
    yield Paragraph(w.text(group.family.summary))
    if group.has_matrix:
        yield Paragraph(w.link(("family", str(group.family.id)), w.say("matrix.link")))
    yield role_cards(w, group.roles)
    if group.paths:
        head = (w.words("careers.way"), w.words("careers.years"), w.words("careers.numbers"))
        yield Table(head, tuple(_row(w, row) for row in group.paths))


def _row(w: Writer, row: PathRow) -> Row:
    before, after = str(row.role.id), str(row.target.id)
    names = (*w.link(("role", before)), Words(" → "), *w.link(("role", after)), Words("\n"))
    compared: Line = (Link(Target(step_path(before, after)), w.words("compare.full")),)
    note = w.noted(w.joined([w.words(f"path.{row.path.type}"), compared], "middle-dot"))
    tenure = w.value(row.path.tenure) if row.path.tenure else ()
    asked = w.joined([threshold(w, one) for one in row.thresholds], "semicolon")
    return Row((Cell((*names, *note)), Cell(tenure), Cell(asked)))
