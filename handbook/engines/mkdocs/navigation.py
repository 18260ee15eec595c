"""The navigation: sections with their pages, then the pages that stand alone."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from handbook.engines.mkdocs import written_pages
from handbook.engines.mkdocs.files import source_of
from handbook.engines.site import Site
from handbook.pages.addresses import HOME
from handbook.pages.content import SECTIONS
from handbook.printing.escape import for_html
from handbook.reading.docs import Docs
from handbook.words.catalogue import say


def navigation(site: Site, docs: Docs) -> list[dict[str, Any]]:
    """Sections with their pages, then the pages that stand alone and the hand-written ones."""
    lang = site.settings.lang
    nav: list[dict[str, Any]] = [{say("nav.home", lang): "index.md"}]
    for section in SECTIONS:
        pages = [page for page in site.pages if page.section == section and page.in_menu]
        entries: list[dict[str, Any]] = []
        for group, inside in groupby(pages, key=lambda page: page.group):
            links = [{for_html(page.title): source_of(page.path)} for page in inside]
            entries += [{for_html(group): links}] if group else links
        if entries:
            nav.append({say(f"nav.{section}", lang): entries})
    nav += [
        {for_html(page.title): source_of(page.path)}
        for page in site.pages
        if page.section is None and page.path != HOME
    ]
    written = tuple(page for page in docs.pages if page.is_for(site.company))
    return nav + [{for_html(title): name} for title, name in written_pages.listed(written)]
