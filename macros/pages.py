"""Planned pages as MkDocs wants them: Markdown with front matter, and the navigation."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import Any

from handbook.plan import SECTIONS, Page
from handbook.words.catalogue import say
from macros import written_pages
from macros.escape import for_html
from macros.site import Site


def front_matter(meta: dict[str, Any]) -> str:
    """In JSON, which is YAML as long as characters are not escaped: no text breaks out of it."""
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"


def content_of(page: Page) -> str:
    """The Markdown of a planned page: what it is, and the call of the macro that fills it."""
    meta: dict[str, Any] = {
        "title": for_html(page.title),
        "description": for_html(page.description),
    }
    if page.wide:
        meta["hide"] = ["toc"]
    if page.linked_only:
        meta["search"] = {"exclude": True}
    return f"{front_matter(meta)}\n{page.body}\n"


def navigation(site: Site, docs_dir: str) -> list[dict[str, Any]]:
    """Sections with their pages, then the pages that stand alone and the hand-written ones."""
    lang = site.settings.lang
    nav: list[dict[str, Any]] = [{say("nav.home", lang): "index.md"}]
    for section in SECTIONS:
        pages = [page for page in site.pages if page.section == section and not page.linked_only]
        entries: list[dict[str, Any]] = []
        for group, inside in groupby(pages, key=lambda page: page.group):
            links = [{for_html(page.title): page.path} for page in inside]
            entries += [{for_html(group): links}] if group else links
        if entries:
            nav.append({say(f"nav.{section}", lang): entries})
    nav += [{for_html(page.title): page.path} for page in site.pages if page.section is None]
    return nav + [{for_html(title): name} for title, name in written_pages.listed(Path(docs_dir))]
