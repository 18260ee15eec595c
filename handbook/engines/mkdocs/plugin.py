"""MkDocs' events handed on to the modules that know."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.checks.together import together
from handbook.company.workshop import NoCompany, UnknownCompany
from handbook.engines.mkdocs import files as site_files
from handbook.engines.mkdocs import search_index, switch, theme_files, theme_markup, written_pages
from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.config import settings_of
from handbook.engines.mkdocs.contents import contents, every_entry
from handbook.engines.mkdocs.defaults import complete
from handbook.engines.mkdocs.features import features_of, known
from handbook.engines.mkdocs.fences import mermaid
from handbook.engines.mkdocs.files import source_of
from handbook.engines.mkdocs.links import linked
from handbook.engines.mkdocs.mkdocs_build import (
    count_warnings,
    publish,
    publish_aside,
    sound_settings,
)
from handbook.engines.mkdocs.navigation import navigation
from handbook.engines.mkdocs.no_git import ask_git_nothing
from handbook.engines.mkdocs.no_jieba import leave_words_whole
from handbook.engines.mkdocs.page_content import broken_links, guarded
from handbook.engines.mkdocs.page_templates import wrong_templates
from handbook.engines.mkdocs.said import lines, listing
from handbook.engines.mkdocs.steady import steady
from handbook.engines.mkdocs.template_cache import TemplateCache
from handbook.engines.mkdocs.theme import NoPlace, dress, speak
from handbook.engines.site import Site, load_site
from handbook.pages.addresses import HOME
from handbook.pages.views.report import banner, unaccepted
from handbook.printing.problems import problem_list
from handbook.reading.docs import docs_in
from handbook.reading.library import NoData
from handbook.words.catalogue import say
from handbook.words.problem import Place, Problem

# Not under "mkdocs": what it counts ends a strict build, and the preview must go on
log = logging.getLogger("handbook")
mkdocs = logging.getLogger("mkdocs.plugins.handbook")  # what MkDocs tells beside its own news


class HandbookPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """``given`` is a site that is loaded already, ``trying`` that only mistakes in hand-written
    pages, settings and theme are looked for; else ``extra.handbook`` says which to load.

    ``build`` is the build that is going on. MkDocs keeps the plugin for all builds of a preview:
    ``shown`` are the pages of the preview when the data was last sound.
    """

    def __init__(self) -> None:
        self.given: Site | None = None
        self.trying = False
        self.build: Build
        self._command = ""  # "build" or "serve" by mkdocs; empty by `handbook build`
        self._shown: list[str] = []

    def prepare(self, site: Site, *, trying: bool = False) -> None:
        """What the next build is of; MkDocs keeps a plugin from one configuration to the next."""
        self.given, self.trying = site, trying
        self.__dict__.pop("build", None)

    def told(self) -> list[str]:
        """The mistakes that the last build found, in lines."""
        build: Build | None = getattr(self, "build", None)
        return lines(tuple(build.told), build.site.settings.lang) if build else []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """`mkdocs build` and `mkdocs serve` say so here; `handbook build` does not."""
        self._command = command
        count_warnings()

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the handbook before the macros ask for it; stop here if the data has problems."""
        complete(config)
        site = self._site(config)
        lang = site.settings.lang
        config.watch = list(dict.fromkeys([*config.watch, str(site.settings.data)]))
        docs = docs_in(Path(config.docs_dir))
        if docs.problems:  # before MkDocs follows a link
            found = (*site.problems, *docs.wrong(site.known))
            site = replace(site, book=None, problems=found)
        self.build = Build(site, self._command == "serve", docs, self.trying)
        if site.problems and not self.build.serving:
            self.build.told += site.problems
            raise PluginError(listing(site.problems, lang))
        for line in lines(site.problems, lang):
            log.error(line)
        if site.book is not None and self._command:  # `handbook build` has told them
            for problem in unaccepted(site.findings):
                log.warning(problem.line(lang))
            for unchecked in together(site.findings):
                mkdocs.info(unchecked.line(lang))
        if self._command and not self.build.serving:
            publish_aside(self.build, config)
        fence = {"name": "mermaid", "class": "mermaid", "format": partial(mermaid, self.build)}
        config.mdx_configs["pymdownx.superfences"] = {"custom_fences": [fence]}
        with self._blaming_settings(config):
            speak(config, lang)
            if site.book is not None:
                dress(config, site)
        if site.book is None:
            config.nav = None
            return config
        config.nav = navigation(site, docs)
        for kind in ("not_found", "absolute_links", "unrecognized_links", "anchors"):
            config.validation.links[kind] = logging.DEBUG  # told by line, see links.py
        leave_words_whole()
        ask_git_nothing()
        return config

    @contextmanager
    def _blaming_settings(self, config: MkDocsConfig) -> Iterator[None]:
        """HB924: what we write into the settings of the theme finds no place there."""
        try:
            yield
        except NoPlace as error:
            place = Place(Path(config.config_file_path).name)
            reason = f"theme, markdown_extensions: {error}"
            self.build.told.append(Problem("HB924", place, {"reason": reason}))
            raise PluginError(listing(tuple(self.build.told), self._lang)) from error

    @property
    def _lang(self) -> str:
        return self.build.site.settings.lang

    def _site(self, config: MkDocsConfig) -> Site:
        if self.given is not None:
            site, self.given = self.given, None
            return site
        self.trying = False
        settings = sound_settings(config)
        try:
            return load_site(settings)
        except (NoData, NoCompany, UnknownCompany) as error:
            raise PluginError(say(type(error).__name__, settings.lang, name=error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for every planned page; its content is a call of the macro that fills it."""
        site = self.build.site
        if site.book is None:
            site_files.only_problems(files, config, site, self._shown)
            return files
        written = [file.src_uri for file in files.documentation_pages()]
        self._shown = [*written, *(source_of(page.path) for page in site.pages)]
        site_files.add_pages(files, config, self.build)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """All files are known; to find mistakes, the home page and what people wrote is made."""
        self.build.files = frozenset(f.dest_uri for f in files if f.inclusion.is_included())  # type: ignore[no-untyped-call]
        for file in files if self.build.trying else ():
            if self.build.typed(file) is None and file.src_uri != source_of(HOME):
                file.inclusion = InclusionLevel.EXCLUDED
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """A page's text without its head, which is read already; MkDocs drops what it can't read.

        The empty line keeps MkDocs from taking a first line like ``Note: this`` for a head.
        """
        typed = self.build.typed(page.file)
        return f"\n{typed.body}" if typed else None

    @event_priority(100)  # before the macros plugin
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill in hand-written pages before the macros plugin, which would run any code."""
        build = self.build
        build.page, build.fences = page, 0
        build.written = typed = build.typed(page.file)
        site, lang = build.site, build.site.settings.lang
        found: list[Problem] = []
        if site.book is not None and typed is not None:
            page.meta = {**typed.head.settings, "render_macros": False}  # done here, within bounds
            markdown, found = written_pages.filled_in(build, typed, markdown)
            found = [*typed.wrong_head(site.known), *found]
            build.page_problems += found
            page.render = guarded(build, page)  # type: ignore[assignment]
        if site.book is None or found:
            build.html[page.file.src_uri] = problem_list(tuple(found) or site.problems, lang)
            return ""
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """What the search plugin is going to read; the contents know the printed headings."""
        self.build.written, typed = None, self.build.written
        stash = self.build.stash
        html = self.build.html.setdefault(page.file.src_uri, stash.plain_in_tags(html))
        for entry in every_entry(page.toc):
            entry.id = stash.plain_id(entry.id)
        page.toc = contents(html, page.toc, stash)
        if typed is not None:
            self.build.links[page.file.dest_uri] = links = linked(html)
            links.ids |= {identity for _, part in stash.found(html) for identity in part.ids}
        return stash.for_search(html)

    @event_priority(-100)  # after the search plugin
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """What the theme is going to print."""
        site, uri = self.build.site, page.file.src_uri
        settings = site.settings
        written = self.build.typed(page.file)
        known = site.book is not None
        shown = cast("dict[str, Any]", context)  # the theme takes more names than MkDocs types
        built = page.file.dest_uri
        shown["companies"] = switch.companies(site, built, written=written) if known else ()
        if known and self.build.serving:
            for_hr = site.writer.for_hr
            shown["findings"] = banner(site.findings, built, settings.lang, for_hr=for_hr)
        html = self.build.html.pop(uri)
        parts = [part for _, part in self.build.stash.found(html)]
        names = (name for part in parts for name in part.features)
        shown["page_features"] = features_of(names, self.build.features, settings.lang)
        page.content = self.build.stash.put_back(html)
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
        env.bytecode_cache = TemplateCache()
        theme_markup.install(env, site.settings.lang)
        theme_files.layer(env, config, site.settings.lang)
        self.build.features = known(config.theme.dirs)
        for page, problem in wrong_templates(self.build, files, env):
            self.build.page_problems.append(problem)
            self.build.html[page.file.src_uri] = problem_list((problem,), site.settings.lang)
        build = self.build
        found, build.page_problems = [*build.page_problems, *broken_links(build, files)], []
        self.build.told += found
        if self.build.trying:
            return env
        if found and not self.build.serving:
            raise PluginError(listing(tuple(found), site.settings.lang))
        for line in lines(tuple(found), site.settings.lang):
            log.error(line)
        return env

    @event_priority(-50)  # after the search plugin has written the index, before it is copied
    def _finish_index(self, *, config: MkDocsConfig) -> None:
        """What our search worker reads."""
        path = Path(config.site_dir) / "search" / "search_index.json"
        if path.is_file() and not self.build.trying:
            search_index.finish(path, self.build)

    @event_priority(-200)  # after everything else is written
    def _publish(self, *, config: MkDocsConfig) -> None:
        """What was built aside takes its place."""
        self.build.finished = True
        publish(self.build, config)

    on_post_build = CombinedEvent(_finish_index, _publish)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """The preview survives whatever happens to the files that it follows."""
        steady(server, config, self)
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """The site published before stays; what was built aside goes."""
        if hasattr(self, "build"):
            self.build.abandon(error)


def plugin_of(config: MkDocsConfig) -> HandbookPlugin:
    """Our plugin of one configuration. Raises ConfigurationError if mkdocs.yml does not name it."""
    plugin = config.plugins.get("handbook")
    if not isinstance(plugin, HandbookPlugin):
        raise ConfigurationError(say("config.plugin", settings_of(config).lang, name="handbook"))
    return plugin
