"""The handbook that is being built, shared by MkDocs' events and the macros."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from handbook.checks.check_all import check_companies, neighbours, stopping
from handbook.company.book import Handbook
from handbook.company.workshop import company_meant
from handbook.engines.mkdocs.stash import Stash
from handbook.pages.content import Around
from handbook.pages.listing import Edition, Page, pages_of
from handbook.pages.search.page_text import Part
from handbook.pages.writer import Writer
from handbook.printing.html import HtmlPrinter
from handbook.publishing.record import Owner
from handbook.reading.library import load
from handbook.words.problem import Problem

EDITIONS = get_args(Edition)


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says under ``extra.handbook``; an empty ``company`` is whichever there is."""

    company: str
    data: Path
    lang: str
    draft: bool
    edition: Edition = "employee"

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Settings:
        """Read from a MkDocs configuration; paths count from its mkdocs.yml."""
        own = config["extra"]["handbook"]
        root = Path(config["config_file_path"]).parent
        edition: Edition = "hr" if own["edition"] == "hr" else "employee"
        company, lang = str(own["company"]), str(own["lang"])
        data = (root / os.path.expanduser(str(own["data"] or "policy_data"))).resolve()
        return cls(company, data, lang, bool(own["draft"]), edition)

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
    """``book`` is None when ``problems`` stop it. ``page_problems`` and the ``words`` of
    pages, by path, grow while pages are made.

    ``findings`` are all findings, warnings and accepted ones among them, for HR's report.

    ``neighbours`` are other companies' handbooks, for HR's page of values; ``beside`` names those
    whose sites stand next to this one, for the switch between companies.
    """

    settings: Settings
    book: Handbook | None
    problems: tuple[Problem, ...]
    neighbours: Mapping[str, Handbook] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    _paths: dict[str, frozenset[str]] = field(default_factory=dict)
    page_problems: list[Problem] = field(default_factory=list)
    stash: Stash = field(default_factory=Stash)
    findings: tuple[Problem, ...] = ()
    pages: tuple[Page, ...] = field(init=False, default=())
    words: dict[str, tuple[Part, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        if self.book is not None:
            lang, edition = self.settings.lang, self.settings.edition
            self.pages = pages_of(self.book, lang, edition, self.around)

    @property
    def around(self) -> Around:
        """What HR's pages show beside the handbook."""
        return Around(self.findings, self.neighbours)

    @property
    def writer(self) -> Writer:
        """What pages are written with."""
        for_hr = self.settings.edition == "hr"
        return Writer(self.sound_book, self.settings.lang, for_hr=for_hr)

    def printer(self, url: str) -> HtmlPrinter:
        """What prints on the page at ``url``."""
        return HtmlPrinter(self.settings.lang, "../" * url.count("/"), DRAWINGS)

    def paths_of(self, company: str) -> frozenset[str]:
        """The pages that a neighbour's site has."""
        if company not in self._paths:
            pages = pages_of(self.neighbours[company], self.settings.lang, self.settings.edition)
            self._paths[company] = frozenset(page.address for page in pages)
        return self._paths[company]

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


DRAWINGS = Path(".cache/drawings")


def load_site(settings: Settings) -> Site:
    """The site for these settings, read from the files.

    Raises NoData, NoCompany and UnknownCompany.
    """
    library = load(settings.data)
    settings = replace(settings, company=company_meant(library, settings.company))
    books, problems = check_companies(library, [settings.company], draft=settings.draft)
    blocked = stopping(problems, draft=settings.draft)
    book = books.get(settings.company) if not blocked else None
    others = neighbours(library, settings.company) if settings.edition == "hr" else {}
    return Site(settings, book, blocked, findings=problems, neighbours=others)
