"""The preview goes on: folders may vanish and return, pages may break, and no request hangs."""

from __future__ import annotations

import html
import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.config import configured
from handbook.engines.mkdocs.said import collected, text_of
from handbook.words.catalogue import say

log = logging.getLogger("handbook")
_EVERY = 0.5  # seconds between two looks at the files
_NOTHING = os.stat_result((stat.S_IFDIR, *(0,) * 9))
_PAGE = '<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>\
<body><h1>{title}</h1><pre style="white-space: pre-wrap">{lines}</pre></body></html>'


class AddressRefused(OSError):
    """The machine doesn't let us listen there; the message is its reason."""


class Knowing(Protocol):
    """Who knows the build that is going on."""

    build: Build


def steady(server: LiveReloadServer, config: MkDocsConfig, knowing: Knowing) -> None:
    """Make MkDocs' server go on whatever happens; called before it begins."""
    followed = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in followed:
        server.unwatch(path)
    # MkDocs' own observer ends for good when what it follows isn't there for a moment
    observer: Any = PollingObserverVFS(_seen, os.scandir, polling_interval=_EVERY)
    server.observer = observer
    for path in followed:
        server.watch(path)
    settings = Path(config.config_file_path)
    server.builder = _surviving(server.builder, Path(server.root), settings, knowing)
    server.server_bind = _refusable(server.server_bind)  # type: ignore[method-assign]


def _seen(path: str) -> os.stat_result:
    """What is not there looks like an empty folder, and like itself when it is there again."""
    try:
        return os.stat(path)
    except OSError:
        return _NOTHING


def _surviving(
    build: Callable[[], None], root: Path, settings: Path, knowing: Knowing
) -> Callable[[], None]:
    """A build that shows in the browser why it failed; MkDocs lets requests wait for a better."""

    def surviving() -> None:
        knowing.build.finished = False
        pages = {root / "index.html", root / "404.html", *root.rglob("*.html")}
        with collected(quiet=False) as said:
            try:
                build()
            except Exception as error:
                if knowing.build.finished:  # refused afterwards, for a warning: all is there
                    return
                lang = knowing.build.site.settings.lang
                lines = _mistakes(settings, lang) or [*said, text_of(error)]
                text = "\n".join(filter(None, lines))
                log.error("%s", text)
                log.debug("", exc_info=error)
                _show(pages, text, lang)

    return surviving


def _mistakes(settings: Path, lang: str) -> list[str]:
    """What is wrong in mkdocs.yml, which MkDocs tells without a line."""
    try:
        configured(settings, lang)
    except ConfigurationError as error:
        return str(error).splitlines()
    return []


def _show(pages: set[Path], text: str, lang: str) -> None:
    """A page that says it in place of each; MkDocs adds what loads it again after a change."""
    title = say("serve.broken", lang)
    page = _PAGE.format(lang=lang, title=title, lines=html.escape(text))
    for path in pages:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")


def _refusable(bind: Callable[[], None]) -> Callable[[], None]:
    def refusable() -> None:
        try:
            bind()
        except (OSError, OverflowError) as error:
            raise AddressRefused(getattr(error, "strerror", None) or str(error)) from error

    return refusable
