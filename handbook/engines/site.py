"""One company's site as every engine is given it: the settings, the handbook, its pages."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from handbook.checks.check_all import check_each, others, stopping
from handbook.company.audience import for_audience
from handbook.company.book import Handbook
from handbook.company.wording import plain_text
from handbook.company.workshop import company_meant
from handbook.pages.content import Around
from handbook.pages.listing import Edition, Page, pages_of
from handbook.pages.views.values import Neighbour
from handbook.pages.writer import Writer
from handbook.printing.html import HtmlPrinter
from handbook.publishing.record import Owner
from handbook.reading.library import Library, load
from handbook.words.problem import Problem

EDITIONS = get_args(Edition)
Neighbours = Mapping[str, Neighbour]  # by company


class CannotBuild(Exception):
    """The engine stopped; the message is what it said, in lines."""


class WrongSettings(Exception):
    """mkdocs.yml or the environment says what can't be followed; the message tells where."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The mistakes in mkdocs.yml, none if it is the environment."""
        return getattr(self.__cause__, "problems", ())


@dataclass(frozen=True, slots=True)
class Settings:
    """Whose site it is and in which edition; an empty ``company`` is whichever there is."""

    company: str
    data: Path
    lang: str
    draft: bool
    edition: Edition = "employee"

    def owner(self, company: str) -> Owner:
        """Whose site it is when ``company``'s is built like this one."""
        return Owner(company, self.edition, self.draft)

    def folder_of(self, company: str) -> str:
        """The name of a company's site: HR's edition and drafts never take the published place."""
        return self.owner(company).name

    @property
    def is_published(self) -> bool:
        """Whether this is the site that employees read."""
        return self.edition == "employee" and not self.draft


@dataclass(slots=True)
class Site:
    """``book`` is None when ``problems`` stop it.

    ``findings`` are all findings, warnings and accepted ones among them, and what could not be
    checked, for HR's report.

    ``known`` are the ids of all companies that there are; empty where nobody can tell.

    ``neighbours`` are the companies, for HR's page of values; ``beside`` names those whose
    sites stand next to this one, for the switch between companies.
    """

    settings: Settings
    book: Handbook | None
    problems: tuple[Problem, ...] = ()
    neighbours: Neighbours = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    findings: tuple[Problem, ...] = ()
    pages: tuple[Page, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        if self.book is not None:
            lang, edition = self.settings.lang, self.settings.edition
            self.book = for_readers(self.book, edition)
            self.pages = pages_of(self.book, lang, edition, self.around)

    @property
    def company(self) -> str:
        """Whose site it is."""
        return self.settings.company

    @property
    def around(self) -> Around:
        """What HR's pages show beside the handbook."""
        own = self.settings.company
        others = {name: each for name, each in self.neighbours.items() if name != own}
        return Around(self.findings, others)

    @property
    def writer(self) -> Writer:
        """What pages are written with."""
        for_hr = self.settings.edition == "hr"
        return Writer(self.sound_book, self.settings.lang, for_hr=for_hr)

    def printer(self, url: str) -> HtmlPrinter:
        """What prints on the page at ``url``."""
        return HtmlPrinter(self.settings.lang, "../" * url.count("/"), DRAWINGS)

    @property
    def name(self) -> str:
        """What the company is called among others."""
        return plain_text(self.sound_book.company.short_name, self.sound_book, self.settings.lang)

    @property
    def entries(self) -> tuple[Page, ...]:
        """The pages that others hang from, processes and policies: where to begin looking."""
        tops = [p for p in self.pages if not p.key and p.section != "hr" and p.path.count("/") == 1]
        main = [p for p in self.pages if p.key and p.key[0] in ("process", "policy")]
        return (*tops, *main)

    @property
    def sound_book(self) -> Handbook:
        """The handbook; a bug of ours if there is none."""
        assert self.book is not None
        return self.book


def for_readers(book: Handbook, edition: Edition) -> Handbook:
    """What the readers of an edition may see of a handbook."""
    return for_audience(book, "all" if edition == "employee" else edition)


DRAWINGS = Path(".cache/drawings")


def load_site(settings: Settings) -> Site:
    """The site for these settings, read from the files.

    Raises NoData, NoCompany and UnknownCompany.
    """
    library = load(settings.data)
    settings = replace(settings, company=company_meant(library, settings.company))
    checked = check_each(library, [settings.company], lambda book: book, draft=settings.draft)
    blocked = stopping(checked.problems, draft=settings.draft)
    book = checked.kept.get(settings.company) if not blocked else None
    found = checked.found[settings.company]
    beside = neighbours(library, settings.lang, "hr") if settings.edition == "hr" else {}
    known = tuple(library.companies)
    return Site(settings, book, blocked, findings=found, neighbours=beside, known=known)


def neighbour_of(book: Handbook, lang: str, edition: Edition) -> Neighbour:
    """What other companies' sites say of this one."""
    book = for_readers(book, edition)
    pages = frozenset(sys.intern(page.address) for page in pages_of(book, lang, edition))
    return Neighbour(plain_text(book.company.short_name, book, lang), book.values, pages)


def neighbours(library: Library, lang: str, edition: Edition) -> dict[str, Neighbour]:
    """Every company, for HR's page of values."""
    return {identity: neighbour_of(book, lang, edition) for identity, book in others(library)}
