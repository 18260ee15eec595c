"""Which pages there are: a pure function of the handbook, whichever engine builds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from handbook.checks.explain import explained, explanation
from handbook.company.book import Handbook
from handbook.company.wording import name_of
from handbook.model import Role
from handbook.model.base import Key
from handbook.pages.addresses import (
    CAREERS,
    COMPARE,
    DATES,
    GLOSSARY,
    HOME,
    HR_PAGES,
    PAGE_FOLDERS,
    file_of,
    matrix_path,
    page_path,
    rule_path,
    step_path,
)
from handbook.pages.blocks import Blocks
from handbook.pages.compare import steps
from handbook.pages.content import Around, content
from handbook.pages.search.page_text import Part, parts_of
from handbook.pages.views.dates import dates_lead
from handbook.pages.writer import Writer

SECTIONS = (*PAGE_FOLDERS, "hr")
Edition = Literal["employee", "hr"]
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
    return (*listing.for_all(), *(listing.for_hr() if edition == "hr" else ()))


@dataclass(frozen=True, slots=True)
class _Listing:
    w: Writer
    around: Around

    def for_all(self) -> Iterator[Page]:
        book = self.w.book
        lead = self.w.say("home.lead")
        yield Page(HOME, self.w.say("home.title"), lead, None, "home", (), self.w, self.around)
        yield self._plain("careers", CAREERS, "careers.title", section="role")
        yield self._plain("compare", COMPARE, "compare.page", section="role", wide=True)
        yield from self._comparisons()
        if book.roles:
            title, lead = self.w.say("dates.title"), self.w.say(dates_lead(book))
            yield Page(DATES, title, lead, None, "dates", (), self.w, self.around)
        for kind in PAGE_FOLDERS:
            if kind == "role":
                yield from self._roles()
            else:
                yield from (self._of((kind, identity)) for identity in book.of(kind))
        if book.terms or book.metrics:
            yield self._plain("glossary", GLOSSARY, "glossary.title")

    def for_hr(self) -> Iterator[Page]:
        """Pages for HR alone."""
        for name, path in HR_PAGES.items():
            yield self._plain(name, path, f"{name}.title", section="hr")
        group = self.w.say("rules.group")
        for code in explained():
            summary = explanation(code).summary(self.w.lang)
            yield Page(
                rule_path(code), f"{code} {summary}", summary, "hr", "rule", (code,), self.w,
                self.around, group,
            )  # fmt: skip

    def _plain(
        self, kind: str, path: str, title: str, *, section: str | None = None, wide: bool = False
    ) -> Page:
        """A page of which there is one; its lead stands beside its title in the catalogue."""
        lead = self.w.say(f"{title.partition('.')[0]}.lead")
        return Page(
            path, self.w.say(title), lead, section, kind, (), self.w, self.around, wide=wide
        )

    def _roles(self) -> Iterator[Page]:
        """Role by role; a family's matrix stands before its roles."""
        for family, roles in self.w.book.ladders.items():
            if path := matrix_path(self.w.book, family):
                name = self.w.name(("family", family))
                title, lead = (self.w.say(f"matrix.{k}", name=name) for k in ("title", "lead"))
                group = self._group(roles[0])
                yield Page(
                    path,
                    title,
                    lead,
                    "role",
                    "matrix",
                    (family,),
                    self.w,
                    self.around,
                    group,
                    wide=True,
                )
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
            yield Page(
                step_path(before, after), title, lead, "role", "step", (before, after), self.w,
                self.around, linked_only=True, in_menu=False, wide=True,
            )  # fmt: skip

    def _of(self, key: Key) -> Page:
        """The page of one thing."""
        thing, path = self.w.book.things[key], page_path(key)
        name, summary = getattr(thing, "name"), getattr(thing, "summary")  # noqa: B009
        assert path is not None
        return Page(
            path, self.w.plain(name), self.w.plain(summary), key[0], key[0], (key[1],), self.w,
            self.around, group=self._group(thing), source=_source(self.w.book, key), key=key,
        )  # fmt: skip

    def _group(self, thing: object) -> str | None:
        """Roles stand under their job family where there are several: a flat list is long."""
        if isinstance(thing, Role) and self.w.book.has_several_ladders:
            return name_of(self.w.book, "family", str(thing.family), self.w.lang)
        return None


def _source(book: Handbook, key: Key) -> str:
    """The company's own file if it changes the thing, else the base's."""
    node = book.nodes[key]
    own = book.company_node.place.file.rsplit("/", 1)[0] + "/"
    for place in node.keys.values():
        if place.file.startswith(own):
            return place.file
    return node.place.file
