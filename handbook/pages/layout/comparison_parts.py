"""The parts of a comparison; the chooser's script puts the same ones into its form."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.company.competencies import competency_of
from handbook.model import Duty, Requirement, Role
from handbook.pages.addresses import page_path
from handbook.pages.blocks import (
    Blocks,
    Fold,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Section,
    Target,
    Toned,
    Words,
)
from handbook.pages.layout.cards import about, rank, shown_by
from handbook.pages.layout.paths import kind_of, path_facts, thresholds
from handbook.pages.views.comparison import Figure, PathPart
from handbook.pages.views.comparison import Item as Changed
from handbook.pages.writer import Writer

Figures = tuple[Figure, Figure]
_SPACE = Words(" ")


def role_side(w: Writer, role: Role) -> Blocks:
    """Whom one side is about."""
    target = Target(page_path(("role", str(role.id))))
    name = Link(target, (Words(w.plain(role.name)),), tone="sides__name")
    kind = Toned("kind", rank(w, role))
    return (
        Paragraph((name, _SPACE, kind)),
        Paragraph(w.text(role.summary), tone="sides__summary"),
    )


def thing_side(w: Writer, thing: Duty | Requirement | None) -> Blocks:
    """A duty or a demand as it stands on one side; nothing where that side has none."""
    if thing is None:
        return ()
    if isinstance(thing, Duty):
        return Paragraph(w.text(thing.text)), w.note(w.text(thing.area))
    group = about(w, competency_of(w.book, thing) or thing.category, linked=False)
    notes = [group, *shown_by(w, thing)]
    return Paragraph(w.text(thing.text)), w.note(w.joined(notes, "middle-dot"))


def path_boxes(w: Writer, before: Role, found: Iterable[PathPart]) -> Blocks:
    """A box for each career path that leads from the one role to the other."""
    return tuple(_path_box(w, before, one) for one in found)


def _path_box(w: Writer, before: Role, one: PathPart) -> Section:
    anchor = f"{one.path.type}-{one.path.to}"
    conditions = Target(page_path(("role", str(before.id))), anchor)
    return Section(
        (
            kind_of(w, one.path),
            *path_facts(w, one),
            *_numbers(w, one),
            *((w.note((Link(conditions, w.words("compare.conditions")),)),) if one.asks else ()),
        ),
        tone="card next",
        kind="part",
    )


def _numbers(w: Writer, one: PathPart) -> Blocks:
    if not one.thresholds:
        return ()
    title = w.words("compare.numbers", n=len(one.thresholds))
    return (Fold(title, (thresholds(w, one.thresholds),), tone="way__numbers"),)


def figure_name(w: Writer, figure: Figure) -> str:
    """What a number that is asked is called."""
    if figure.metric:
        return w.name(("metric", figure.metric))
    assert figure.label is not None
    return w.say(figure.label)


def rise(w: Writer, figures: Figures | None = None) -> Item:
    """A number that rises; without figures the form of one."""
    name: Line = (Words(figure_name(w, figures[1])),) if figures else ()
    low, high = (w.value(one.parameter) for one in figures) if figures else ((), ())
    return Item((
        Toned("rise__name", name), _SPACE,
        Toned("rise__before", low), _SPACE,
        Toned("rise__arrow", _ARROW, label=w.say("compare.rises-to")), _SPACE,
        Toned("strong rise__after", high),
    ))  # fmt: skip


_ARROW: Line = (Words("→"),)


def pair(w: Writer, item: Changed | None = None) -> Item:
    """A duty or a demand with both its sides, between them the figures; without it the form."""
    before, after, figures = (item.before, item.after, item.figures) if item else (None, None, None)
    arrow = Toned("", _ARROW, label=w.say("compare.becomes"))
    rises = Listing((rise(w, figures),) if figures else (), tone="rises")
    return Item(
        blocks=(
            Section(thing_side(w, before), tone="pair__before"),
            Section((Paragraph((arrow,), tone="bare"), rises), tone="pair__middle"),
            Section(thing_side(w, after), tone="pair__after"),
        ),
        tone="pair",
    )
