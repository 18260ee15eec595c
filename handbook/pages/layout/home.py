"""The home page: a door for new hires, for who wants to move on, for who looks something up."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.base import Key
from handbook.pages.addresses import CAREERS, COMPARE, DATES, HR_PAGES, page_path, step_path
from handbook.pages.blocks import (
    Block,
    Blocks,
    Heading,
    Line,
    Link,
    Paragraph,
    Section,
    Target,
    Words,
)
from handbook.pages.views.home import HomeView
from handbook.pages.writer import Writer


def home_page(w: Writer, view: HomeView) -> Blocks:
    """Who publishes this, the doors, what changed."""
    doors = (_new_hires(w, view), _careers(w, view), _policies(w, view))
    return (_head(w, view), *_for_hr(w), Section(doors, tone="doors"), *_changes(w, view), w.foot())


def _head(w: Writer, view: HomeView) -> Section:
    return Section(
        (
            Paragraph((Words(w.plain(view.company.name)),), tone="kind"),
            Heading(1, w.words("home.title")),
            Paragraph(w.words("home.lead"), tone="summary"),
            Paragraph(w.edition(), tone="also"),
        ),
        tone="head hero",
        kind="head",
    )


def _for_hr(w: Writer) -> Iterator[Block]:
    if w.for_hr:
        links = [_to(w, path, f"{name}.title") for name, path in HR_PAGES.items()]
        line = (*w.words("hr.only"), *w.words("colon"), *w.joined(links))
        yield Paragraph(line, tone="hr")


def _new_hires(w: Writer, view: HomeView) -> Section:
    roles = [_link(w, ("role", str(role.id))) for role in view.hires]
    dates = [_to(w, DATES, "dates.title"), *(w.link(key) for key in view.confirmations)]
    return _door(w, "new-hires", (("home.roles", roles), ("role.confirmation", dates)))


def _careers(w: Writer, view: HomeView) -> Section:
    overview = [_to(w, CAREERS, "careers.title"), _to(w, COMPARE, "compare.page")]
    overview += [w.link(key) for key in view.changing_jobs]
    found: list[tuple[str, list[Line]]] = [("home.overview", overview)]
    if view.steps:
        steps: list[Line] = []
        for before, after in view.steps:
            names = f"{w.plain(before.name)}{w.say('arrow')}{w.plain(after.name)}"
            target = Target(step_path(str(before.id), str(after.id)))
            steps.append((Link(target, (Words(names),)),))
        found.append(("home.steps", steps))
    return _door(w, "careers", tuple(found))


def _policies(w: Writer, view: HomeView) -> Section:
    found = ((f"nav.{kind}", [w.link(key) for key in keys]) for kind, keys in view.documents)
    return _door(w, "policies", tuple(found))


def _door(w: Writer, name: str, lists: tuple[tuple[str, list[Line]], ...]) -> Section:
    blocks: list[Block] = [
        Heading(2, w.words(f"home.{name}"), name),
        Paragraph(w.words(f"home.{name}-lead")),
    ]
    for title, links in lists:
        blocks += [Heading(3, w.words(title)), w.link_list(links)]
    return Section(tuple(blocks), tone="card", kind="part")


def _changes(w: Writer, view: HomeView) -> Iterator[Block]:
    if view.company.changes:
        lines = w.lines(view.company.changes)
        blocks = (Heading(2, w.words("home.changes"), "changes"), lines)
        yield Section(blocks, tone="changes", kind="part")


def _to(w: Writer, path: str, title: str) -> Line:
    return (Link(Target(path), w.words(title)),)


def _link(w: Writer, key: Key) -> Line:
    return (Link(Target(page_path(key)), (Words(w.name(key)),)),)
