"""Which pages there are: a pure function of the handbook, whichever engine builds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from handbook.checks.explain import explained, explanation
from handbook.company.book import Handbook
from handbook.company.wording import name_of, plain_text
from handbook.model import Role
from handbook.model.base import Key
from handbook.pages.addresses import (
    CAREERS,
    COMPARE,
    DATES,
    GLOSSARY,
    HR_PAGES,
    PAGE_FOLDERS,
    built_path,
    matrix_path,
    page_path,
    rule_path,
    step_path,
)
from handbook.pages.compare import steps
from handbook.pages.views.dates import dates_lead
from handbook.words.catalogue import say
from handbook.words.text import Text

SECTIONS = (*PAGE_FOLDERS, "hr")
Edition = Literal["employee", "hr"]


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page; one without a section stands at the top of the navigation.

    ``path`` is its Markdown file; ``body`` calls the macro that fills it.

    ``linked_only``: reached from other pages, neither in the navigation nor found by the search.
    ``wide``: a table that needs the room of the contents beside it.

    ``group`` is a heading inside the section; ``source`` the YAML file that the edit link leads to.
    """

    path: str
    title: str
    description: str
    section: str | None
    body: str
    group: str | None = None
    source: str | None = None
    key: Key | None = None
    linked_only: bool = False
    wide: bool = False

    @property
    def address(self) -> str:
        """The built page, from the top of the site."""
        return built_path(self.path)


def pages_of(book: Handbook, lang: str, edition: Edition = "employee") -> tuple[Page, ...]:
    """Every generated page, in the order of the navigation."""
    return (*_pages(book, lang), *(_hr_pages(lang) if edition == "hr" else ()))


def _pages(book: Handbook, lang: str) -> Iterator[Page]:
    yield Page(
        CAREERS, say("careers.title", lang), say("careers.lead", lang), "role", "{{ careers() }}"
    )
    title, lead = say("compare.page", lang), say("compare.lead", lang)
    yield Page(COMPARE, title, lead, "role", "{{ any_two_roles() }}", wide=True)
    yield from _comparisons(book, lang)
    if book.roles:
        title, lead = say("dates.title", lang), say(dates_lead(book), lang)
        yield Page(DATES, title, lead, None, "{{ dates() }}")
    for kind in PAGE_FOLDERS:
        if kind == "role":
            yield from _roles(book, lang)
            continue
        for identity in book.of(kind):
            yield _page(book, (kind, identity), lang)

    if book.terms or book.metrics:
        title, lead = say("glossary.title", lang), say("glossary.lead", lang)
        yield Page(GLOSSARY, title, lead, None, "{{ glossary() }}")


def _hr_pages(lang: str) -> Iterator[Page]:
    for name, path in HR_PAGES.items():
        title, lead = say(f"{name}.title", lang), say(f"{name}.lead", lang)
        yield Page(path, title, lead, "hr", f"{{{{ {name}_page() }}}}")
    group = say("rules.group", lang)
    for code in explained():
        summary = explanation(code).summary(lang)
        body = f'{{{{ rule_page("{code}") }}}}'
        yield Page(rule_path(code), f"{code} {summary}", summary, "hr", body, group)


def _roles(book: Handbook, lang: str) -> Iterator[Page]:
    """Role by role; a family's matrix stands before its roles."""
    for family, roles in book.ladders.items():
        if path := matrix_path(book, family):
            name = name_of(book, "family", family, lang)
            yield Page(
                path=path,
                title=say("matrix.title", lang, name=name),
                description=say("matrix.lead", lang, name=name),
                section="role",
                body=f'{{{{ matrix_page("{family}") }}}}',
                group=_group(book, roles[0], lang),
                wide=True,
            )
        for role in roles:
            yield _page(book, ("role", str(role.id)), lang)


def _comparisons(book: Handbook, lang: str) -> Iterator[Page]:
    """Each step of a career path.

    Not in the navigation: every page would list all of them, which is quadratic. Not in the
    search either, where they would crowd out the roles, whose words they repeat.
    """
    for before, after in steps(book):
        names = {k: name_of(book, "role", i, lang) for k, i in (("a", before), ("b", after))}
        yield Page(
            path=step_path(before, after),
            title=say("compare.step", lang, **names),
            description=say("compare.step-lead", lang, **names),
            section="role",
            body=f'{{{{ step_page("{before}", "{after}") }}}}',
            linked_only=True,
            wide=True,
        )


def _page(book: Handbook, key: Key, lang: str) -> Page:
    thing, path = book.things[key], page_path(key)
    name, summary = getattr(thing, "name"), getattr(thing, "summary")  # noqa: B009
    assert path is not None
    assert isinstance(name, Text)
    assert isinstance(summary, Text)
    return Page(
        path=path,
        title=plain_text(name, book, lang),
        description=plain_text(summary, book, lang),
        section=key[0],
        body=f'{{{{ {key[0]}_page("{key[1]}") }}}}',
        group=_group(book, thing, lang),
        source=_source(book, key),
        key=key,
    )


def _group(book: Handbook, thing: object, lang: str) -> str | None:
    """Roles stand under their job family where there are several: a flat list would be long."""
    if isinstance(thing, Role) and book.has_several_ladders:
        return name_of(book, "family", str(thing.family), lang)
    return None


def _source(book: Handbook, key: Key) -> str:
    """The company's own file if it changes the thing, else the base's."""
    node = book.nodes[key]
    own = book.company_node.place.file.rsplit("/", 1)[0] + "/"
    for place in node.keys.values():
        if place.file.startswith(own):
            return place.file
    return node.place.file
