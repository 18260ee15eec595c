"""MkDocs' events handed on to the modules that know."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.checks.formats.plain import LISTED
from handbook.company.workshop import UnknownCompany
from handbook.engines.mkdocs import files as site_files
from handbook.engines.mkdocs import search_index, switch, written_pages
from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.features import features_of
from handbook.engines.mkdocs.fences import mermaid
from handbook.engines.mkdocs.navigation import navigation
from handbook.engines.mkdocs.no_git import ask_git_nothing
from handbook.engines.mkdocs.search_plugin import leave_words_whole
from handbook.engines.mkdocs.site import Settings, Site, load_site
from handbook.engines.mkdocs.stash import Stash
from handbook.engines.mkdocs.theme import dress
from handbook.pages.views.report import banner, unaccepted
from handbook.printing.escape import for_html
from handbook.printing.printer import render_problems
from handbook.publishing.staging import CannotPublish, staged
from handbook.reading.docs import docs_in
from handbook.reading.library import NoData
from handbook.words.catalogue import LANGUAGES, say
from handbook.words.problem import Problem, Problems
from handbook.words.terminal import clean

# Not under "mkdocs": what it counts ends a strict build, and the preview must go on
log = logging.getLogger("handbook")
TEMPLATE_CACHE = Path(".cache/templates")  # the theme's templates, compiled once


class HandbookPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """``given`` is a site that is loaded already; else ``extra.handbook`` says which to load.

    ``build`` is the build that is going on. MkDocs keeps the plugin for all builds of a preview:
    ``shown`` are the pages of the preview when the data was last sound.
    """

    def __init__(self) -> None:
        self.given: Site | None = None
        self.build: Build
        self._command = ""  # "build" or "serve" by mkdocs; empty by `handbook build`
        self._shown: list[str] = []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """`mkdocs build` and `mkdocs serve` say so here; `handbook build` does not."""
        self._command = command

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the handbook before the macros ask for it; stop here if the data has problems."""
        site = self._site(config)
        lang = site.settings.lang
        if unsafe := docs_in(Path(config.docs_dir)).problems:  # before MkDocs follows a link
            site = replace(site, book=None, problems=(*site.problems, *unsafe))
        self.build = Build(site, serving=self._command == "serve")
        site.stash = Stash()
        if site.problems and not self.build.serving:
            raise PluginError(_listing(site.problems, lang))
        for line in _lines(site.problems, lang):
            log.error(line)
        if site.book is not None and self._command:  # `handbook build` has told them
            for problem in unaccepted(site.findings):
                log.warning(problem.line(lang))
        self._publish_aside(config)
        fence = {"name": "mermaid", "class": "mermaid", "format": partial(mermaid, self.build)}
        config.mdx_configs["pymdownx.superfences"] = {"custom_fences": [fence]}
        config.theme["language"] = lang
        config.extra["say"] = lambda key: say(key, lang)
        if site.book is None:
            config.nav = None
            return config
        dress(config, site)
        config.nav = navigation(site, config.docs_dir)
        leave_words_whole()
        ask_git_nothing()
        return config

    def _site(self, config: MkDocsConfig) -> Site:
        if self.given is not None:
            site, self.given = self.given, None
            return site
        settings = Settings.of(config)
        if settings.lang not in LANGUAGES:
            raise PluginError(say("cli.lang", "zh", name=settings.lang))
        try:
            return load_site(settings)
        except (NoData, UnknownCompany) as error:
            raise PluginError(say(type(error).__name__, settings.lang, name=error)) from error

    def _publish_aside(self, config: MkDocsConfig) -> None:
        """`mkdocs build` writes to site/<company> like `handbook build`: aside, then in one go."""
        default = Path(config.config_file_path).parent / "site"
        if self._command and Path(config.site_dir) == default:
            settings = self.build.site.settings
            target = default / settings.folder_of(settings.company)
            try:
                config.site_dir = str(self.build.publishing.enter_context(staged(target)))
            except CannotPublish as error:
                facts = {"path": error.path, "reason": error.reason}
                raise PluginError(say(error.key, settings.lang, **facts)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for every planned page; its content is a call of the macro that fills it."""
        site = self.build.site
        if site.book is None:
            site_files.only_problems(files, config, site, self._shown)
            return files
        written = [file.src_uri for file in files.documentation_pages()]
        self._shown = [*written, *(page.path for page in site.pages)]
        site_files.add_pages(files, config, site)
        return files

    @event_priority(100)  # before the macros plugin
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Look at Jinja in hand-written pages before the macros plugin, which prints an error."""
        build = self.build
        build.page, build.fences = page, 0
        site, lang = build.site, build.site.settings.lang
        found: list[Problem] = []
        if site.book is not None and page.file.generated_by is None:
            assert build.macros is not None
            found = written_pages.problems(build.macros, page)
            site.page_problems += found
        if site.book is None or found:
            build.html[page.file.src_uri] = render_problems(tuple(found) or site.problems, lang)
            return ""
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """What the search plugin is going to read."""
        html = self.build.html.setdefault(page.file.src_uri, html)
        stash = self.build.site.stash
        return stash.for_search(html) if stash else html

    @event_priority(-100)  # after the search plugin
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """What the theme is going to print."""
        site, uri = self.build.site, page.file.src_uri
        settings = site.settings
        written = page.file.generated_by is None
        known = site.book is not None
        shown = cast("dict[str, Any]", context)  # the theme takes more names than MkDocs types
        shown["companies"] = switch.companies(site, uri, written=written) if known else ()
        if known and self.build.serving:
            shown["findings"] = banner(site.findings, uri, settings.edition, settings.lang)
        if page.is_homepage:
            page.meta.setdefault("description", for_html(say("home.lead", settings.lang)))
        html = self.build.html.pop(uri)
        page.content = site.stash.put_back(html) if site.stash else html
        shown["page_features"] = features_of(page.content)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Links of the page that is shown for any failed address count from its <base>."""
        if template_name == "404.html":
            context["base_url"] = "."
        return context

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """All pages are made: every problem that they had comes at once."""
        site = self.build.site
        found, site.page_problems = site.page_problems, []
        if found and not self.build.serving:
            raise PluginError(_listing(tuple(found), site.settings.lang))
        for line in _lines(tuple(found), site.settings.lang):
            log.error(line)
        with suppress(OSError):  # a cache is no reason to stop
            TEMPLATE_CACHE.mkdir(parents=True, exist_ok=True)
            if os.access(TEMPLATE_CACHE, os.W_OK):
                env.bytecode_cache = FileSystemBytecodeCache(str(TEMPLATE_CACHE))
        return env

    @event_priority(-50)  # after the search plugin has written the index, before it is copied
    def _finish_index(self, *, config: MkDocsConfig) -> None:
        """What our search worker reads."""
        site = self.build.site
        path = Path(config.site_dir) / "search" / "search_index.json"
        if path.is_file():
            search_index.finish(path, site.book, site.pages, site.settings.lang)

    @event_priority(-200)  # after everything else is written
    def _publish(self, *, config: MkDocsConfig) -> None:
        """What was built aside takes its place."""
        self.build.publishing.close()

    on_post_build = CombinedEvent(_finish_index, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """The site published before stays; what was built aside goes."""
        if hasattr(self, "build"):
            self.build.abandon(error)


def plugin_of(config: MkDocsConfig) -> HandbookPlugin:
    """Our plugin of one configuration."""
    plugin = config.plugins["handbook"]
    assert isinstance(plugin, HandbookPlugin)
    return plugin


def _listing(problems: tuple[Problem, ...], lang: str) -> str:
    return "\n".join(["", *_lines(problems, lang)])


def _lines(problems: tuple[Problem, ...], lang: str) -> list[str]:
    """One for each problem; of very many the first, and how many more there are."""
    ordered = Problems(problems).problems
    lines = [clean(problem.line(lang)) for problem in ordered[:LISTED]]
    rest = len(ordered) - LISTED
    return [*lines, say("cli.more", lang, n=rest)] if rest > 0 else lines
