"""MkDocs' events → the plan of pages. Nothing is decided here."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkPage

from handbook.catalogue import say
from handbook.company import UnknownCompany
from handbook.load import NoData
from handbook.plan import SECTIONS, Page
from handbook.problem import Problem, Problems
from macros import fences, parts, switch, written_pages
from macros.escape import for_html
from macros.printer import render_problems
from macros.segmentation import use_for_search
from macros.site import Settings, Site, site_of

# Not under "mkdocs": what it counts ends a strict build, and the preview must go on
log = logging.getLogger("handbook")
TEMPLATE_CACHE = Path(".cache/templates")  # the theme's templates, compiled once
_state: dict[str, Any] = {"command": None, "site": None, "parts": {}, "html": {}}


def on_startup(command: str, dirty: bool) -> None:
    """`mkdocs build` and `mkdocs serve` say so here; `handbook build` does not."""
    _state["command"] = command


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the handbook before the macros ask for it; stop here if the data has problems."""
    settings = Settings.of(config)
    try:
        site = site_of(settings, fresh=_state["command"] is not None)
    except (NoData, UnknownCompany) as error:
        raise PluginError(say(type(error).__name__, settings.lang, name=error)) from error
    _state["site"] = site
    if site.problems and _state["command"] != "serve":
        raise PluginError(_listing(site.problems, settings.lang))
    for problem in site.problems:
        log.error(problem.line(settings.lang))
    if Path(config.site_dir).name == "site":
        config.site_dir = str(Path(config.site_dir) / site.folder_of(settings.company))
    config.theme["language"] = settings.lang
    if site.book is None:
        config.nav = None
        return config
    company = site.book.company
    printer = site.printer("")
    config.site_name = for_html(
        say("site.name", settings.lang, company=printer.plain(company.short_name))
    )
    config.site_description = for_html(printer.plain(company.name))
    config.copyright = for_html(printer.plain(company.name))
    config.extra["brand"] = company.colour
    config.extra["switch"] = say("switch.company", settings.lang)
    config.extra["notice"] = say("draft.notice", settings.lang) if settings.draft else None
    for palette in config.theme["palette"]:
        palette["toggle"]["name"] = say(f"palette.{palette['scheme']}", settings.lang)
    config.edit_uri = company.edit_at
    config.nav = _nav(site, config.docs_dir)
    use_for_search()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a file for every planned page; its content is a call of the macro that fills it."""
    site: Site = _state["site"]
    if site.book is None:
        for file in files.documentation_pages():
            files.remove(file)
        title = say("serve.problems", site.settings.lang, n=len(site.problems))
        content = f"---\n{json.dumps({'title': title, 'hide': ['navigation', 'toc']})}\n---\n"
        files.append(File.generated(config, "index.md", content=content))
        return files
    for file in files.documentation_pages():
        file.edit_uri = f"docs/{file.src_uri}"
    for page in site.pages:
        file = File.generated(config, page.path, content=_content(page))
        if page.source:
            file.edit_uri = page.source
        files.append(file)
    return files


@event_priority(100)  # before the macros plugin
def _look_at_macros(markdown: str, page: MkPage, config: MkDocsConfig, files: Files) -> str:
    """Look at Jinja in hand-written pages before the macros plugin, which would print an error."""
    site: Site = _state["site"]
    if site.book is None:
        return render_problems(site.problems, site.settings.lang)
    fences.on_page(site, page)
    found = written_pages.problems(site, page) if page.file.generated_by is None else []
    site.page_problems += found
    lines = [f"<p>{for_html(problem.line(site.settings.lang))}</p>" for problem in found]
    return "\n\n".join(lines) if found else markdown


@event_priority(-100)  # after the macros plugin
def _around_markdown(markdown: str, page: MkPage, config: MkDocsConfig, files: Files) -> str:
    """Generated pages are HTML by now: only their headings are left for Markdown."""
    site: Site = _state["site"]
    if site.book is None or page.file.generated_by is None:
        return markdown
    markdown, _state["parts"][page.file.src_uri] = parts.take_out(markdown)
    return markdown


on_page_markdown = CombinedEvent(_look_at_macros, _around_markdown)


def on_page_content(html: str, page: MkPage, config: MkDocsConfig, files: Files) -> str:
    """What the search plugin is going to read."""
    taken = _state["parts"].get(page.file.src_uri)
    if taken is None:
        return html
    _state["html"][page.file.src_uri] = html
    return parts.for_search(html, taken)


@event_priority(-100)  # after the search plugin
def on_page_context(
    context: dict[str, Any], page: MkPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """What the theme is going to print."""
    site: Site = _state["site"]
    context["companies"] = switch.companies(site, page.file.src_uri) if site.book else ()
    html = _state["html"].pop(page.file.src_uri, None)
    if html is not None:
        page.content = parts.put_back(html, _state["parts"].pop(page.file.src_uri))
    return context


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """All pages are made: every problem that they had comes at once."""
    site: Site = _state["site"]
    found, site.page_problems = site.page_problems, []
    if found and _state["command"] != "serve":
        raise PluginError(_listing(tuple(found), site.settings.lang))
    for problem in found:
        log.error(problem.line(site.settings.lang))
    with suppress(OSError):  # a cache is no reason to stop
        TEMPLATE_CACHE.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(TEMPLATE_CACHE))
    return env


@event_priority(-50)  # after the search plugin has written the index, before it is copied
def on_post_build(config: MkDocsConfig) -> None:
    """Chinese as characters rather than escapes: the index is half the size."""
    path = Path(config.site_dir) / "search" / "search_index.json"
    if path.is_file():
        index = json.loads(path.read_text(encoding="utf-8"))
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        path.write_text(text, encoding="utf-8")


def _listing(problems: tuple[Problem, ...], lang: str) -> str:
    ordered = Problems(problems).problems
    return "\n" + "\n".join(problem.line(lang) for problem in ordered)


def _content(page: Page) -> str:
    """Front matter in JSON, which is YAML: no text of the data can break out of it."""
    meta_data = {"title": for_html(page.title), "description": for_html(page.description)}
    return f"---\n{json.dumps(meta_data)}\n---\n\n{page.body}\n"


def _nav(site: Site, docs_dir: str) -> list[dict[str, Any]]:
    lang = site.settings.lang
    nav: list[dict[str, Any]] = [{say("nav.home", lang): "index.md"}]
    for section in SECTIONS:
        pages = [page for page in site.pages if page.section == section]
        entries: list[dict[str, Any]] = []
        for group, inside in groupby(pages, key=lambda page: page.group):
            links = [{for_html(page.title): page.path} for page in inside]
            entries += [{for_html(group): links}] if group else links
        if entries:
            nav.append({say(f"nav.{section}", lang): entries})
    nav += [{for_html(page.title): page.path} for page in site.pages if page.section is None]
    return nav + [{for_html(title): name} for title, name in written_pages.listed(Path(docs_dir))]
