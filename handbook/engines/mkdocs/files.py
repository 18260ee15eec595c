"""What MkDocs is given besides docs/: Markdown for each page, logo, redirects, data of scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from handbook.company.logo import logo_path
from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.places import RESERVED, collisions
from handbook.engines.site import Site
from handbook.pages.addresses import COMPARE, HOME, file_of, former_paths
from handbook.pages.listing import Page
from handbook.printing import chooser_files
from handbook.printing.escape import for_html
from handbook.printing.redirect import redirect
from handbook.reading.folder import content_of
from handbook.words.catalogue import say
from handbook.words.problem import Place, Problem


def add_pages(files: Files, config: MkDocsConfig, build: Build) -> None:
    """A file for every planned page and for what scripts read; edit links for written ones."""
    site = build.site
    if logo := logo_path(site.sound_book):
        address = config.extra["logo"]  # where the theme links to, see theme.py
        files.append(File.generated(config, address, content=content_of(logo)))
    for file in files.documentation_pages():
        file.edit_uri = f"docs/{file.src_uri}"
        typed = build.typed(file)
        if typed is not None and not typed.is_for(site.company):
            build.page_problems += typed.wrong_head(site.known)
            files.remove(file)
    compared = dict.fromkeys(chooser_files.NAMES, "")
    if not build.trying:
        compared = chooser_files.files(site.writer, site.printer(COMPARE))
    for path, content in compared.items():
        files.append(File.generated(config, path, content=content))
    taken = {file.dest_uri: file.src_uri for file in files if file.dest_uri not in RESERVED}
    for page in site.pages:
        source = source_of(page.path)
        if page.address in taken:
            if page.path != HOME:  # whoever writes a home page means it
                _collides(build, taken[page.address], page.title)
            continue
        listed = InclusionLevel.UNDEFINED if page.in_menu else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source, content=_content_of(page), inclusion=listed)
        if page.source and not Path(page.source).is_absolute():
            file.edit_uri = page.source
        files.append(file)
    _add_redirects(files, config, build, taken)
    build.page_problems += collisions(files, build)


def _add_redirects(files: Files, config: MkDocsConfig, build: Build, taken: dict[str, str]) -> None:
    """What leads on from addresses that pages had before."""
    site = build.site
    pages = {page.path: page for page in site.pages}
    for old, path in former_paths(site.sound_book).items():
        if file_of(old) in taken:
            _collides(build, taken[file_of(old)], pages[path].title)
            continue
        content = redirect(old, pages[path], site.settings.lang)
        files.append(File.generated(config, file_of(old), content=content))


def _collides(build: Build, source: str, title: str) -> None:
    build.page_problems.append(Problem("HB906", Place(f"docs/{source}"), {"title": title}))


def source_of(path: str) -> str:
    """The Markdown file that stands for a page."""
    return f"{path}index.md"


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
        "search": {"exclude": True},  # the index takes its words from the page itself
    }
    if page.path == HOME:
        meta["hide"] = ["navigation", "toc"]
        del meta["title"]  # the site's own
    elif page.wide:
        meta["hide"] = ["toc"]
    about = ", ".join(json.dumps(identity) for identity in page.about)
    return f"{_front_matter(meta)}\n{{{{ {page.macro}({about}) }}}}\n"
