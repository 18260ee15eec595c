"""Any two roles: a form that its script fills; without it the list of all career paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.pages.blocks import (
    Block,
    Blocks,
    Button,
    Choices,
    Item,
    Line,
    Listing,
    Paragraph,
    Pattern,
    Section,
    Toned,
    Words,
)
from handbook.pages.layout.comparison import result
from handbook.pages.layout.comparison_parts import pair, rise
from handbook.pages.layout.paths import from_to
from handbook.pages.views.careers import FamilyRows, PathRow
from handbook.pages.views.comparison import BLANK
from handbook.pages.writer import Writer

_SAID = ("chosen", "same", "unknown", "copied", "not-copied", "no-data")


def compare_page(w: Writer, groups: tuple[FamilyRows, ...]) -> Blocks:
    """The chooser, then the steps of each job family."""
    return (
        w.title(w.say("compare.title"), w.say("compare.lead")),
        _chooser(w, groups),
        *(block for group in groups if group.paths for block in _steps(w, group)),
        w.foot(),
    )


def _chooser(w: Writer, groups: Iterable[FamilyRows]) -> Section:
    """Two lists of roles, and patterns of what the script shows."""
    roles = tuple(
        (w.plain(group.family.name), tuple((str(r.id), w.plain(r.name)) for r in group.roles))
        for group in groups
    )
    first = ("", (("", w.say("compare.choose")),))
    sides = tuple(
        Section((Choices(w.words(f"compare.{side}"), side, (first, *roles), id=f"compare-{side}"),))
        for side in ("from", "to")
    )
    buttons = tuple(
        Button(w.words(f"compare.{name}"), marks=(("do", name),)) for name in ("swap", "copy")
    )
    return Section(
        (
            Section(sides, tone="chooser__fields"),
            Section(buttons, tone="chooser__buttons"),
            Paragraph((), tone="chooser__said", live=True),
            Section((), tone="chooser__result"),
            *_patterns(w),
        ),
        tone="chooser",
        feature="compare",
        marks=(("roles", "roles"), ("json", "roles.json"), ("script", "roles.js")),
        hidden=True,
    )


def _patterns(w: Writer) -> Iterator[Pattern]:
    parts: tuple[tuple[str, Block], ...] = (
        ("result", result(w, BLANK)),
        ("pair", Listing((pair(w),), tone="bare")),
        ("rise", Listing((rise(w),), tone="bare")),
        ("no-way", w.note(w.words("compare.no-way"))),
    )
    for name, block in parts:
        yield Pattern((block,), marks=(("part", name),))
    for name in _SAID:
        said = Paragraph(w.words(f"compare.say.{name}"), tone="bare")
        yield Pattern((said,), marks=(("say", name),))


def _steps(w: Writer, group: FamilyRows) -> Blocks:
    heading = w.heading(2, f"from-{group.family.id}", w.plain(group.family.name))
    return heading, Listing(tuple(_step(w, row) for row in group.paths), tone="links")


def _step(w: Writer, row: PathRow) -> Item:
    kind = Toned("note", w.words(f"path.{row.path.type}"))
    line: Line = (*from_to(w, row.role, row.target), Words(" "), kind)
    return Item(line)
