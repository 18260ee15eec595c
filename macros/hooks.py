"""MkDocs' events handed on to the modules that know. Nothing is decided here."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkPage

from handbook.company.logo import logo_path
from handbook.company.workshop import UnknownCompany
from handbook.output import CannotPublish, staged
from handbook.reading.library import NoData
from handbook.words.catalogue import LANGUAGES, say
from handbook.words.problem import Place, Problem, Problems
from macros import compare_data, switch, written_pages
from macros.build_state import Build, abandon, begin, current
from macros.escape import for_html
from macros.features import features_of
from macros.no_git import ask_git_nothing
from macros.pages import content_of, front_matter, navigation
from macros.printer import render_problems
from macros.search import index as search_index
from macros.search.plugin import leave_words_whole
from macros.site import Settings, site_of
from macros.stash import Stash
from macros.theme import dress
from macros.views.report import banner, unaccepted

# Not under "mkdocs": what it counts ends a strict build, and the preview must go on
log = logging.getLogger("handbook")
TEMPLATE_CACHE = Path(".cache/templates")  # the theme's templates, compiled once
_paths: list[str] = []  # the pages of the preview when the data was last sound
_command: list[str] = []  # "build" or "serve" by mkdocs; empty by `handbook build`


def on_startup(command: str, dirty: bool) -> None:
    """`mkdocs build` and `mkdocs serve` say so here; `handbook build` does not."""
    _command[:] = [command]


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the handbook before the macros ask for it; stop here if the data has problems."""
    settings = Settings.of(config)
    if settings.lang not in LANGUAGES:
        raise PluginError(say("cli.lang", "zh", name=settings.lang))
    try:
        site = site_of(settings, fresh=bool(_command))
    except (NoData, UnknownCompany) as error:
        raise PluginError(say(type(error).__name__, settings.lang, name=error)) from error
    serving = _command == ["serve"]
    build = begin(Build(site, serving))
    site.stash = Stash()
    if site.problems and not serving:
        raise PluginError(_listing(site.problems, settings.lang))
    for problem in site.problems:
        log.error(problem.line(settings.lang))
    if site.book is not None and _command:  # `handbook build` has told them
        for problem in unaccepted(site.findings):
            log.warning(problem.line(settings.lang))
    _publish_aside(config, build)
    config.theme["language"] = settings.lang
    config.extra["say"] = lambda key: say(key, settings.lang)
    if site.book is None:
        config.nav = None
        return config
    dress(config, site)
    config.nav = navigation(site, config.docs_dir)
    leave_words_whole()
    ask_git_nothing()
    return config


def _publish_aside(config: MkDocsConfig, build: Build) -> None:
    """`mkdocs build` writes to site/<company> like `handbook build`: aside, then in one go."""
    default = Path(config.config_file_path).parent / "site"
    if _command and Path(config.site_dir) == default:
        target = default / build.site.settings.folder_of(build.site.settings.company)
        try:
            config.site_dir = str(build.publishing.enter_context(staged(target)))
        except CannotPublish as error:
            facts = {"path": error.path, "reason": error.reason}
            raise PluginError(say(error.key, build.site.settings.lang, **facts)) from error


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a file for every planned page; its content is a call of the macro that fills it."""
    site = current().site
    if site.book is None:
        for file in files.documentation_pages():
            files.remove(file)
        title = say("serve.problems", site.settings.lang, n=len(site.problems))
        meta = {"title": title, "hide": ["navigation", "toc"]}
        # Everywhere that somebody may be looking, so that the page there returns by itself
        for path in _paths or ["index.md"]:
            files.append(File.generated(config, path, content=front_matter(meta)))
        return files
    if logo := logo_path(site.book):
        address = config.extra["logo"]  # where the theme links to, see macros.theme
        files.append(File.generated(config, address, content=logo.read_bytes()))
    _paths[:] = [*(f.src_uri for f in files.documentation_pages()), *(p.path for p in site.pages)]
    for file in files.documentation_pages():
        file.edit_uri = f"docs/{file.src_uri}"
        if problem := written_pages.unreadable(file):
            site.page_problems.append(problem)
            file.content_string = ""
    for path, content in compare_data.files(site).items():
        files.append(File.generated(config, path, content=content))
    for page in site.pages:
        if files.get_file_from_path(page.path) is not None:
            place = Place(f"docs/{page.path}")
            site.page_problems.append(Problem("HB906", place, {"title": page.title}))
            continue
        listed = InclusionLevel.NOT_IN_NAV if page.linked_only else InclusionLevel.UNDEFINED
        file = File.generated(config, page.path, content=content_of(page), inclusion=listed)
        if page.source and not Path(page.source).is_absolute():
            file.edit_uri = page.source
        files.append(file)
    return files


@event_priority(100)  # before the macros plugin
def on_page_markdown(markdown: str, page: MkPage, config: MkDocsConfig, files: Files) -> str:
    """Look at Jinja in hand-written pages before the macros plugin, which would print an error."""
    build = current()
    build.page, build.fences = page, 0
    site, lang = build.site, build.site.settings.lang
    found: list[Problem] = []
    if site.book is not None and page.file.generated_by is None:
        found = written_pages.problems(site, page)
        site.page_problems += found
    if site.book is None or found:
        build.html[page.file.src_uri] = render_problems(tuple(found) or site.problems, lang)
        return ""
    return markdown


def on_page_content(html: str, page: MkPage, config: MkDocsConfig, files: Files) -> str:
    """What the search plugin is going to read."""
    build = current()
    html = build.html.setdefault(page.file.src_uri, html)
    return build.site.stash.for_search(html) if build.site.stash else html


@event_priority(-100)  # after the search plugin
def on_page_context(
    context: dict[str, Any], page: MkPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """What the theme is going to print."""
    build = current()
    known = build.site.book is not None
    written = page.file.generated_by is None
    context["companies"] = (
        switch.companies(build.site, page.file.src_uri, written=written) if known else ()
    )
    if known and build.serving:
        context["findings"] = banner(build.site, page.file.src_uri)
    if page.is_homepage:
        lead = say("home.lead", build.site.settings.lang)
        page.meta.setdefault("description", for_html(lead))
    html = build.html.pop(page.file.src_uri)
    page.content = build.site.stash.put_back(html) if build.site.stash else html
    context["page_features"] = features_of(page.content)
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Links of the page that is shown for any failed address count from its <base>."""
    if template_name == "404.html":
        context["base_url"] = "."
    return context


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """All pages are made: every problem that they had comes at once."""
    build = current()
    lang = build.site.settings.lang
    found, build.site.page_problems = build.site.page_problems, []
    if found and not build.serving:
        raise PluginError(_listing(tuple(found), lang))
    for problem in found:
        log.error(problem.line(lang))
    with suppress(OSError):  # a cache is no reason to stop
        TEMPLATE_CACHE.mkdir(parents=True, exist_ok=True)
        if os.access(TEMPLATE_CACHE, os.W_OK):
            env.bytecode_cache = FileSystemBytecodeCache(str(TEMPLATE_CACHE))
    return env


@event_priority(-50)  # after the search plugin has written the index, before it is copied
def _finish_index(config: MkDocsConfig) -> None:
    """What our search worker reads."""
    site = current().site
    path = Path(config.site_dir) / "search" / "search_index.json"
    if path.is_file():
        search_index.finish(path, site.book, site.pages, site.settings.lang)


@event_priority(-200)  # after everything else is written
def _publish(config: MkDocsConfig) -> None:
    """What was built aside takes its place."""
    current().publishing.close()


on_post_build = CombinedEvent(_finish_index, _publish)


def on_build_error(error: Exception) -> None:
    """The site published before stays; what was built aside goes."""
    abandon(error)


def _listing(problems: tuple[Problem, ...], lang: str) -> str:
    ordered = Problems(problems).problems
    return "\n" + "\n".join(problem.line(lang) for problem in ordered)
