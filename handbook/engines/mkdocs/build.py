"""One company's site, by MkDocs in this process."""

from __future__ import annotations

import logging
import os
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from handbook.company.book import Handbook
from handbook.engines.mkdocs.plugin import plugin_of
from handbook.engines.mkdocs.site import Settings, Site
from handbook.publishing.staging import staged
from handbook.words.problem import Problem

_EPOCH = "SOURCE_DATE_EPOCH"


class CannotBuild(Exception):
    """MkDocs stopped; the message is what it said, in lines."""


def _text(error: Exception) -> str:
    """What to tell of an error; that a strict build has warnings is told by the warnings."""
    return "" if isinstance(error, Abort) else str(error)


class _Collector(logging.Handler):
    """Keeps MkDocs' warnings, which end a strict build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _dated(day: date | None) -> Iterator[None]:
    """SOURCE_DATE_EPOCH from the handbook's own day, unless somebody has set it."""
    if _EPOCH in os.environ:
        if not re.fullmatch(r"[0-9]{1,11}", os.environ[_EPOCH]):
            raise CannotBuild(f"{_EPOCH}={os.environ[_EPOCH]}")
        yield
        return
    os.environ[_EPOCH] = str(timegm((day or date(2000, 1, 1)).timetuple()))
    try:
        yield
    finally:
        del os.environ[_EPOCH]


def configured_company(config_file: Path) -> str:
    """The company that mkdocs.yml names by default."""
    return Settings.of(load_config(str(config_file))).company


def build_site(
    config_file: Path, target: Path, book: Handbook, settings: Settings, *,
    findings: tuple[Problem, ...] = (), neighbours: Mapping[str, Handbook] | None = None,
    beside: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """Build ``book`` and put the site in place of ``target``.

    The same data gives the same bytes: the day in the sitemap is the day the handbook comes into
    force. Raises CannotBuild and CannotPublish; the old site stays in either case.
    """
    site = Site(settings, book, (), findings=findings, neighbours=neighbours or {}, beside=beside)
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    before, logger.propagate = logger.propagate, False
    try:
        with staged(target) as aside, _dated(book.company.effective_on):
            config = load_config(str(config_file), site_dir=str(aside), strict=True)
            plugin_of(config).given = site
            build(config)
    except (Abort, BuildError, ConfigurationError) as error:
        raise CannotBuild("\n".join([*collector.lines, _text(error)]).strip()) from error
    finally:
        logger.removeHandler(collector)
        logger.propagate = before
