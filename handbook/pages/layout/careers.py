"""All job families at once: one chart, then their roles and a row for each career path."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages.blocks import Block, Blocks, Cell, Paragraph, Row, Toned, Words
from handbook.pages.layout.cards import role_cards
from handbook.pages.layout.paths import step_link, threshold
from handbook.pages.layout.times import tenured
from handbook.pages.views.careers import CareersView, FamilyRows, PathRow, careers_lead
from handbook.pages.writer import Writer


def careers_page(w: Writer, view: CareersView) -> Blocks:
    """The overview, then family by family."""
    return (
        w.title(w.say("careers.title"), w.say(careers_lead(w.book))),
        w.heading(2, "overview", w.say("careers.overview")),
        w.figure(view.chart, "ladders"),
        *(block for one in view.families for block in _family(w, one, parted=view.parted)),
        w.foot(),
    )


def _family(w: Writer, group: FamilyRows, *, parted: bool) -> Iterator[Block]:
    family = group.family
    yield w.heading(2, str(family.id), w.plain(family.name))
    if family.summary:
        yield Paragraph(w.text(family.summary))
    if group.has_matrix:
        yield Paragraph(w.link(("family", str(family.id)), w.say("matrix.link")))
    if parted and group.has_matrix:
        yield w.link_list(w.link(("role", str(role.id))) for role in group.roles)
    else:
        yield role_cards(w, group.roles)
        yield from ways(w, group)


def ways(w: Writer, group: FamilyRows) -> Iterator[Block]:
    """The career paths on from a family's roles, a row for each."""
    if group.paths:
        head = tuple(w.words(f"careers.{name}") for name in ("way", "years", "numbers"))
        yield w.table(head, (_row(w, row) for row in group.paths))


def _row(w: Writer, row: PathRow) -> Row:
    """A career path with how long it takes at least and which figures it asks."""
    before, after = (w.link(("role", str(role.id))) for role in (row.role, row.target))
    full = step_link(row.role, row.target, w.words("compare.full"))
    note = Toned("note", w.joined([w.words(f"path.{row.path.type}"), full], "middle-dot"))
    asked = w.joined((threshold(w, one) for one in row.thresholds), "semicolon")
    return Row(
        (
            Cell((*before, *w.words("arrow"), *after, Words("\n"), note)),
            Cell(tenured(w, row.path)),
            Cell(asked),
        )
    )
