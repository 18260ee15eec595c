"""The handbook that is being built: loaded once, shared by MkDocs' events and the macros."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handbook.book import Handbook
from handbook.check_all import check_companies
from handbook.load import load
from handbook.plan import Page, plan
from handbook.problem import Problem
from macros.printer import Printer
from macros.stash import Stash


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says under ``extra.handbook``."""

    company: str
    data: Path
    lang: str
    draft: bool

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Settings:
        """Read from a MkDocs configuration; paths count from its mkdocs.yml."""
        own = config["extra"]["handbook"]
        root = Path(config["config_file_path"]).parent
        return cls(
            str(own["company"]),
            (root / own["data"]).resolve(),
            str(own["lang"]),
            bool(own["draft"]),
        )


@dataclass(slots=True)
class Site:
    """``book`` is None when the data has problems. ``page_problems`` grow while pages are made.

    Without a ``stash`` (an engine that has no events to put parts back) macros print in place.
    """

    settings: Settings
    book: Handbook | None
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...] = ()
    page_problems: list[Problem] = field(default_factory=list)
    stash: Stash | None = None

    def printer(self, url: str) -> Printer:
        """What templates print with on the page at ``url``."""
        root = "../" * url.count("/")
        return Printer(self.sound_book, self.settings.lang, root, DRAWINGS)

    @property
    def sound_book(self) -> Handbook:
        """The handbook; a bug of ours if there is none."""
        assert self.book is not None
        return self.book


_sites: dict[Settings, Site] = {}
DRAWINGS = Path(".cache/drawings")


def site_of(settings: Settings, *, fresh: bool = False) -> Site:
    """The site for these settings, read again from the files if ``fresh``.

    Raises NoData and UnknownCompany.
    """
    if fresh or settings not in _sites:
        library = load(settings.data)
        books, problems = check_companies(library, [settings.company], draft=settings.draft)
        keep(settings, books.get(settings.company) if not problems else None, problems)
    return _sites[settings]


def keep(settings: Settings, book: Handbook | None, problems: tuple[Problem, ...]) -> Site:
    """Make the site of a handbook that is loaded already."""
    pages = plan(book, settings.lang) if book else ()
    _sites.clear()  # one at a time: a large handbook is not kept for nothing
    _sites[settings] = Site(settings, book, problems, pages)
    return _sites[settings]
