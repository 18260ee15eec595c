"""The switch between companies whose sites stand side by side."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.engines.site import Site
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
    root = "../" * page.count("/")
    links = []
    for identity in site.beside:
        own = identity == site.settings.company
        name, path = site.name, page
        if not own:
            other = site.neighbours[identity]
            name = other.name
            there = written.is_for(identity) if written else page in other.pages
            path = page if there else file_of(HOME)
        folder = site.settings.folder_of(identity)
        links.append(CompanyLink(for_html(name), f"{root}../{folder}/{path}", own))
    return tuple(links)
