"""Planned pages as MkDocs wants them: Markdown files with front matter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from handbook.company.logo import logo_path
from handbook.engines.mkdocs import written_pages
from handbook.engines.mkdocs.site import Site
from handbook.pages.addresses import COMPARE
from handbook.pages.listing import Page
from handbook.printing import compare_data
from handbook.printing.escape import for_html
from handbook.reading.folder import content_of
from handbook.words.catalogue import say
from handbook.words.problem import Place, Problem


def add_pages(files: Files, config: MkDocsConfig, site: Site) -> None:
    """A file for every planned page and for what scripts read; edit links for written ones."""
    if logo := logo_path(site.sound_book):
        address = config.extra["logo"]  # where the theme links to, see theme.py
        files.append(File.generated(config, address, content=content_of(logo)))
    for file in files.documentation_pages():
        file.edit_uri = f"docs/{file.src_uri}"
        if problem := written_pages.unreadable(file):
            site.page_problems.append(problem)
            file.content_string = ""
    for path, content in compare_data.files(site.printer(COMPARE)).items():
        files.append(File.generated(config, path, content=content))
    for page in site.pages:
        if files.get_file_from_path(page.path) is not None:
            place = Place(f"docs/{page.path}")
            site.page_problems.append(Problem("HB906", place, {"title": page.title}))
            continue
        listed = InclusionLevel.NOT_IN_NAV if page.linked_only else InclusionLevel.UNDEFINED
        file = File.generated(config, page.path, content=_content_of(page), inclusion=listed)
        if page.source and not Path(page.source).is_absolute():
            file.edit_uri = page.source
        files.append(file)


def only_problems(files: Files, config: MkDocsConfig, site: Site, shown: list[str]) -> None:
    """Pages that list the problems, in the places of all that were ``shown`` before.

    Everywhere that somebody may be looking, so that the page there returns by itself.
    """
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        files.remove(file)  # what else lies there may be a link
    title = say("serve.problems", site.settings.lang, n=len(site.problems))
    meta = {"title": title, "hide": ["navigation", "toc"]}
    for path in shown or ["index.md"]:
        files.append(File.generated(config, path, content=_front_matter(meta)))


def _front_matter(meta: dict[str, Any]) -> str:
    """In JSON, which is YAML as long as characters are not escaped: no text breaks out of it."""
    return f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"


def _content_of(page: Page) -> str:
    """The Markdown of a planned page: what it is, and the call of the macro that fills it."""
    meta: dict[str, Any] = {
        "title": for_html(page.title),
        "description": for_html(page.description),
    }
    if page.wide:
        meta["hide"] = ["toc"]
    if page.linked_only:
        meta["search"] = {"exclude": True}
    return f"{_front_matter(meta)}\n{page.body}\n"
