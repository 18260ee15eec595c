"""Two roles side by side; the same blocks without roles are the form that a script fills."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model import Role
from handbook.pages.addresses import COMPARE
from handbook.pages.blocks import (
    Blocks,
    Fact,
    Facts,
    Fold,
    Heading,
    Line,
    Link,
    Listing,
    Paragraph,
    Section,
    Target,
    Toned,
    Words,
)
from handbook.pages.compare import can_compare
from handbook.pages.layout.comparison_parts import pair, path_boxes, rise, role_side
from handbook.pages.layout.paths import from_to, step_link
from handbook.pages.views.comparison import Change, ComparisonView, Part
from handbook.pages.writer import Writer


def comparison_page(w: Writer, view: ComparisonView) -> Blocks:
    """The comparison of the two roles of a step, then those that one may look at next."""
    before, after = view.before, view.after
    assert before is not None
    assert after is not None
    title = w.words("compare.step", a=w.plain(before.name), b=w.plain(after.name))
    head = (Paragraph(w.words("compare.title"), tone="kind"), Heading(1, title, searched=False))
    links = w.link_list(_onward(w, view, before, after))
    onward = Section(
        (links,), tone="compare-on", kind="jump", label=w.say("compare.on"), searched=False
    )
    return (
        Section(head, tone="head", kind="head"),
        result(w, view),
        *((onward,) if links.items else ()),
        w.foot(),
    )


def _onward(w: Writer, view: ComparisonView, before: Role, after: Role) -> Iterator[Line]:
    for path in view.further:
        role = w.book.roles[path.to]
        words = w.words(f"compare.further.{path.type}", b=w.plain(role.name))
        yield step_link(after, role, words)
    if view.back:
        yield from_to(w, after, before)
    if not can_compare(w.book):
        return
    chosen = Target(COMPARE, query=f"from={before.id}&to={after.id}")
    yield (Link(chosen, w.words("compare.others")),)


def result(w: Writer, view: ComparisonView) -> Section:
    """Both roles, what rises, how much changes, when one may apply, then everything in turn."""
    before, after = view.before, view.after
    sides = (
        Section(role_side(w, before) if before else (), marks=(("slot", "before"),)),
        Section(role_side(w, after) if after else (), marks=(("slot", "after"),)),
    )
    rises = Listing(
        tuple(rise(w, figures) for figures in view.figures),
        tone="rises rises--top",
        marks=(("slot", "rises"),),
        hidden=not view.figures,
    )
    found = path_boxes(w, before, view.paths) if before else ()
    # Of two roles that say nothing of their duties there is nothing to compare
    parts = [p for p in view.parts if not before or any(change.items for change in p.changes)]
    tally = (Facts(tuple(_tally(w, part) for part in parts), tone="tally"),) if parts else ()
    return Section(
        (
            Section(sides, tone="sides"),
            rises,
            *tally,
            Section(found, marks=(("slot", "ways"),)),
            *(_part(w, part) for part in parts),
        ),
        tone="comparison",
        feature="compare",
    )


def _tally(w: Writer, part: Part) -> Fact:
    """How many duties or demands change in each way."""
    target = Target(anchor=_anchor(part))
    counted: list[Line] = [
        (Toned("", _counted(w, change), marks=(("change", change.name), ("n", _number(change)))),)
        for change in part.changes
    ]
    line = counted[0] + tuple(one for line in counted[1:] for one in (Words(" "), *line))
    return Fact((Link(target, w.words(f"compare.part.{part.name}")),), line)


def _number(change: Change) -> str:
    return str(len(change.items))


def _anchor(part: Part) -> str:
    return f"compare-{part.name}"


def _counted(w: Writer, change: Change, tone: str = "") -> Line:
    """How things change, and how many."""
    name = w.words(f"compare.mark.{change.name}")
    number = Toned("count", (Words(_number(change)),), marks=(("count", change.name),))
    return (*((Toned(tone, name),) if tone else name), Words(" "), number)


def _part(w: Writer, part: Part) -> Section:
    title = Heading(2, w.words(f"role.{part.name}"))
    changes = (_change(w, change) for change in part.changes)
    return Section((title, *changes), tone="compare-part", kind="part", id=_anchor(part))


def _change(w: Writer, change: Change) -> Section:
    pairs = Listing(
        tuple(pair(w, item) for item in change.items), tone="pairs", marks=(("list", change.name),)
    )
    blocks: Blocks = (Heading(3, _counted(w, change, "mark")), pairs)
    if change.folded:
        blocks = (Fold(_counted(w, change), (pairs,)),)
    marks = (("change", change.name),)
    return Section(blocks, tone="change", kind="part", marks=marks, hidden=not change.items)
