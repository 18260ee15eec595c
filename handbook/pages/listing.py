"""Which pages there are: a pure function of the handbook, whichever engine builds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from handbook.checks.explain import explained, explanation
from handbook.company.book import Handbook
from handbook.model.base import Key
from handbook.pages.addresses import (
    file_of,
    matrix_path,
    page_path,
    path_of,
    rule_path,
    score_sheet_path,
    step_path,
)
from handbook.pages.blocks import Blocks
from handbook.pages.compare import steps
from handbook.pages.content import PAGE_KINDS, Around, PageKind, content
from handbook.pages.search.page_text import Part, parts_of
from handbook.pages.views.assessment import assessed
from handbook.pages.writer import Writer

Edition = Literal["employee", "managers", "hr"]
# A menu of more roles of one family nobody reads, and each page prints it: a million lines for a
# thousand roles. The family's page leads to all of them.
MOST_IN_MENU = 100


@dataclass(frozen=True)
class Page:
    """A page; ``view`` is what it shows, ``words`` what the search may show of it.

    ``path`` is its folder from the top of the site; ``kind`` and ``about`` say what it shows: a
    kind of ``handbook.pages.content`` and ids. A page without a section stands at the top of the
    navigation; ``group`` is a heading inside the section.

    ``linked_only``: reached from other pages, neither in the navigation nor found by the search;
    ``in_menu`` is about the navigation alone.
    ``wide``: it needs the room of the contents beside it. ``source`` is the YAML file that it
    comes from, ``key`` the thing that it is about.
    """

    path: str
    title: str
    description: str
    section: str | None
    kind: str
    about: tuple[str, ...]
    writer: Writer
    around: Around
    group: str | None = None
    source: str | None = None
    key: Key | None = None
    linked_only: bool = False
    in_menu: bool = True
    wide: bool = False

    @property
    def macro(self) -> str:
        """What an engine calls to fill it."""
        return PAGE_KINDS[self.kind].macro

    @property
    def view(self) -> Blocks:
        """What the page shows; made anew each time, as a thousand pages are too much to keep."""
        return content(self.writer, self.around, self.kind, *self.about)

    @property
    def words(self) -> tuple[Part, ...]:
        """What the search may show, part by part."""
        return self.words_of(self.view)

    def words_of(self, view: Blocks) -> tuple[Part, ...]:
        """The same for a view that is made already."""
        return () if self.linked_only else parts_of(self.title, view)

    @property
    def address(self) -> str:
        """The built page's file, from the top of the site."""
        return file_of(self.path)


def pages_of(
    book: Handbook, lang: str, edition: Edition = "employee", around: Around | None = None
) -> tuple[Page, ...]:
    """Every page, in the order of the navigation; home comes first."""
    listing = _Listing(Writer(book, lang, for_hr=edition == "hr"), around or Around())
    kinds = (kind for kind in PAGE_KINDS.values() if edition == "hr" or not kind.for_hr)
    return tuple(page for kind in kinds for page in listing.of_kind(kind))


@dataclass(frozen=True, slots=True)
class _Listing:
    w: Writer
    around: Around

    def of_kind(self, kind: PageKind) -> Iterator[Page]:
        """All pages of one kind."""
        if kind.name == "step":
            yield from self._comparisons()
        elif kind.name == "role":
            yield from self._roles()
        elif kind.name == "rule":
            yield from self._rules()
        elif kind.name == "score_sheet":
            yield from self._score_sheets()
        elif kind.about == (kind.name,):
            yield from (self._of((kind.name, identity)) for identity in self.w.book.of(kind.name))
        elif not kind.about and kind.there(self.w):
            title = self.w.say(f"{kind.name}.title")
            lead = self.w.say(kind.lead(self.w) if kind.lead else f"{kind.name}.lead")
            yield self._page(kind.name, (), path_of(kind.name), title, lead)

    def _page(self, kind: str, about: tuple[str, ...], path: str, title: str, lead: str) -> Page:
        """A page with what is true of all of its kind."""
        each = PAGE_KINDS[kind]
        return Page(
            path, title, lead, each.section, kind, about, self.w, self.around, wide=each.wide
        )

    def _roles(self) -> Iterator[Page]:
        """Role by role; a family's matrix stands before its roles."""
        for family, roles in self.w.book.ladders.items():
            if path := matrix_path(self.w.book, family):
                name = self.w.name(("family", family))
                title, lead = (self.w.say(f"matrix.{k}", name=name) for k in ("title", "lead"))
                group = self._group(("role", str(roles[0].id)))
                yield replace(self._page("matrix", (family,), path, title, lead), group=group)
            in_menu = len(roles) <= MOST_IN_MENU
            for role in roles:
                yield replace(self._of(("role", str(role.id))), in_menu=in_menu)

    def _comparisons(self) -> Iterator[Page]:
        """Each step of a career path.

        Not in the navigation: every page would list all of them, which is quadratic. Not in the
        search either, where they would crowd out the roles, whose words they repeat.
        """
        for before, after in steps(self.w.book):
            names = {"a": self.w.name(("role", before)), "b": self.w.name(("role", after))}
            title, lead = (self.w.say(k, **names) for k in ("compare.step", "compare.step-lead"))
            page = self._page("step", (before, after), step_path(before, after), title, lead)
            yield replace(page, linked_only=True, in_menu=False)

    def _rules(self) -> Iterator[Page]:
        group = self.w.say("rules.group")
        for code in explained():
            summary = explanation(code).summary(self.w.lang)
            page = self._page("rule", (code,), rule_path(code), f"{code} {summary}", summary)
            yield replace(page, group=group)

    def _score_sheets(self) -> Iterator[Page]:
        """One for each process with a step that scores; it comes from the process' file."""
        for identity, process in self.w.book.processes.items():
            if assessed(process):
                name = self.w.plain(process.name)
                title, lead = (self.w.say(f"score_sheet.{k}", name=name) for k in ("title", "lead"))
                path = score_sheet_path(identity)
                page = self._page("score_sheet", (identity,), path, title, lead)
                yield replace(page, source=_source(self.w.book, ("process", identity)))

    def _of(self, key: Key) -> Page:
        """The page of one thing."""
        thing, path = self.w.book.things[key], page_path(key)
        name, summary = getattr(thing, "name"), getattr(thing, "summary")  # noqa: B009
        assert path is not None
        page = self._page(key[0], (key[1],), path, self.w.plain(name), self.w.plain(summary))
        source = _source(self.w.book, key)
        return replace(page, group=self._group(key), source=source, key=key)

    def _group(self, key: Key) -> str | None:
        """Roles stand under their job family where there are several: a flat list is long."""
        if key[0] == "role" and self.w.book.has_several_ladders:
            return self.w.name(("family", str(self.w.book.roles[key[1]].family)))
        return None


def _source(book: Handbook, key: Key) -> str:
    """The company's own file if it changes the thing, else the base's."""
    node = book.nodes[key]
    own = book.company_node.place.file.rsplit("/", 1)[0] + "/"
    for place in node.keys.values():
        if place.file.startswith(own):
            return place.file
    return node.place.file
