"""A list to tick. It can be read, ticked and printed as it is; its script keeps the ticks."""

from __future__ import annotations

from handbook.pages.blocks import (
    Blocks,
    Entry,
    Fold,
    Item,
    Line,
    Listing,
    Paragraph,
    Section,
    Toned,
    Words,
)
from handbook.pages.layout.cards import about, shown_by
from handbook.pages.layout.checklist_script import names_of, tools, top
from handbook.pages.views.checklist import Checklist, ItemGroup
from handbook.pages.views.checklist import Item as Asked
from handbook.pages.writer import Writer

_SPACE = Words(" ")


def checklist(w: Writer, found: Checklist) -> Fold:
    """All that a career path asks, by competency, with what the script says about the ticks."""
    company = w.book.company
    progress = w.say("checklist.progress", done="{done}", all="{all}")
    done = Toned("checklist__done", marks=(("progress", progress),), hidden=True)
    day = w.day_form
    return Fold(
        (*w.words("checklist.title", n=found.count), _SPACE, done),
        (
            Section(
                (*top(w, found), *(_group(w, group) for group in found.groups)),
                marks=(("paper", ""),),
            ),
            *tools(w),
        ),
        tone="checklist",
        id=f"checklist-{found.key}",
        marks=(
            ("key", f"{company.id}/{found.key}"),
            ("edition", company.version),
            ("file", w.say("checklist.file", **names_of(w, found))),
            ("day", day),
        ),
        feature="checklist",
        searched=False,
    )


def _group(w: Writer, group: ItemGroup) -> Section:
    items = Listing(tuple(_item(w, item) for item in group.items))
    return Section((items,), kind="fields", title=about(w, group.about, linked=False))


def _item(w: Writer, item: Asked) -> Item:
    """A demand to tick; its text is found apart from what marks it as new or raised."""
    text: Line = (Toned("", (Words(item.text),), marks=(("text", ""),)),)
    if item.mark:
        text += (_SPACE, Toned("tag", w.words(item.mark)))
    tick = Entry((Toned("", text),), "tick")
    blocks: Blocks = (tick,)
    if item.evidence:
        evidence = (*w.words("requirement.evidence"), Words(item.evidence))
        blocks += (Paragraph(evidence, tone="note", marks=(("evidence", ""),)),)
    if requirement := w.book.requirements.get(item.id):
        blocks += tuple(w.note(line) for line in shown_by(w, requirement, evidence=False))
    return Item(blocks=blocks, marks=(("item", item.id), ("print", item.fingerprint)))
