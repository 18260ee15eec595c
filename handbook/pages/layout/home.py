"""The first page: three doors, for new hires, for those who move on, for those who look up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from handbook.model import Company
from handbook.model.base import Key
from handbook.pages.addresses import CAREERS, COMPARE, DATES
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
from handbook.pages.compare import can_compare
from handbook.pages.layout.assessment import sheet_links
from handbook.pages.layout.paths import step_link
from handbook.pages.views.dates import has_dates
from handbook.pages.views.home import HomeView, home_lead
from handbook.pages.writer import Writer


def home_page(w: Writer, view: HomeView, for_hr: Mapping[str, str]) -> Blocks:
    """Whose handbook it is, HR's own pages by kind and path, the doors, what has changed."""
    behind = (
        ("new-hires", view.lead, _for_new_hires(w, view)),
        ("careers", view.moving_lead, tuple(_for_careers(w, view))),
        ("policies", "home.policies-lead", tuple(_for_policies(w, view))),
    )
    doors = tuple(_door(w, name, lead, parts) for name, lead, parts in behind if parts)
    return (
        _hero(w, view.company),
        *_for_hr(w, for_hr),
        *((Section(doors, tone="doors"),) if doors else ()),
        *_changes(w, view.company),
        w.foot(),
    )


def _hero(w: Writer, company: Company) -> Section:
    return Section(
        (
            Paragraph((Words(w.plain(company.name)),), tone="kind"),
            Heading(1, w.words("home.title"), searched=False),
            Paragraph(w.words(home_lead(w.book)), tone="summary"),
            Paragraph(w.edition(), tone="also"),
        ),
        tone="head hero",
        kind="head",
    )


def _for_hr(w: Writer, paths: Mapping[str, str]) -> Iterator[Block]:
    if w.for_hr:
        pages = w.joined(_to(w, path, f"{name}.title") for name, path in paths.items())
        yield Paragraph((*w.words("hr.only"), *w.words("colon"), *pages), tone="hr")


def _door(w: Writer, name: str, lead: str, parts: Blocks) -> Section:
    title = Heading(2, w.words(f"home.{name}"))
    return Section((title, Paragraph(w.words(lead)), *parts), tone="card", kind="part", id=name)


def _to(w: Writer, page: str, key: str) -> Line:
    return (Link(Target(page), w.words(key)),)


def _links(w: Writer, title: str, lines: Iterable[Line]) -> Blocks:
    found = tuple(lines)
    return (Heading(3, w.words(title)), w.link_list(found)) if found else ()


def _things(w: Writer, keys: Iterable[Key]) -> Iterator[Line]:
    return (w.link(key) for key in keys)


def _for_new_hires(w: Writer, view: HomeView) -> Blocks:
    roles = _things(w, (("role", str(role.id)) for role in view.hires))
    dates = (_to(w, DATES, "dates.title"),) if has_dates(w.book) else ()
    confirmed = (*dates, *_things(w, view.confirmations))
    title = "role.confirmation" if view.confirmations else "home.when"
    return *_links(w, "home.roles", roles), *_links(w, title, confirmed)


def _for_careers(w: Writer, view: HomeView) -> Iterator[Block]:
    careers = (_to(w, CAREERS, "careers.title"),) if w.book.roles else ()
    compared = (_to(w, COMPARE, "compare.title"),) if can_compare(w.book) else ()
    changing = _things(w, view.changing_jobs)
    yield from _links(w, "home.overview", (*careers, *compared, *changing))
    arrow = w.say("arrow")
    steps = (
        step_link(before, after, (Words(f"{w.plain(before.name)}{arrow}{w.plain(after.name)}"),))
        for before, after in view.steps
    )
    yield from _links(w, "home.steps", steps)


def _for_policies(w: Writer, view: HomeView) -> Iterator[Block]:
    for kind, keys in view.documents:
        sheets = sheet_links(w, w.book.processes.values()) if kind == "form" else []
        yield from _links(w, f"nav.{kind}", [*_things(w, keys), *sheets])


def _changes(w: Writer, company: Company) -> Iterator[Block]:
    if company.changes:
        title = Heading(2, w.words("home.changes"))
        blocks = (title, w.lines(company.changes))
        yield Section(blocks, tone="changes", kind="part", id="changes")
