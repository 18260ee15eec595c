"""The switch between companies whose sites stand side by side."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.wording import plain_text
from handbook.engines.mkdocs.site import Site
from handbook.pages.addresses import HOME, file_of
from handbook.printing.escape import for_html
from handbook.reading.docs import WrittenPage


@dataclass(frozen=True, slots=True)
class CompanyLink:
    """One company; ``href`` leads to the same page if it has that page, else to its home."""

    name: str
    href: str
    current: bool


def companies(
    site: Site, page: str, *, written: WrittenPage | None = None
) -> tuple[CompanyLink, ...]:
    """The companies to choose from on ``page``, a built file; none if there is only one.

    A page that people have ``written`` is in the sites of the companies that it is for.
    """
    if not site.beside:
        return ()
    lang, root = site.settings.lang, "../" * page.count("/")
    links = []
    for identity in site.beside:
        own = identity == site.settings.company
        book = site.sound_book if own else site.neighbours[identity]
        there = own or (written.is_for(identity) if written else page in site.paths_of(identity))
        path = page if there else file_of(HOME)
        name = for_html(plain_text(book.company.short_name, book, lang))
        folder = site.settings.folder_of(identity)
        links.append(CompanyLink(name, f"{root}../{folder}/{path}", own))
    return tuple(links)
