"""`mkdocs build` and `mkdocs serve` as they are typed: what `handbook build` has done already."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.utils import CountHandler

from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.config import check_epoch, own_mistakes, settings_of, sources
from handbook.engines.site import Settings
from handbook.publishing.notes import CannotPublish
from handbook.publishing.staging import staged
from handbook.publishing.unfinished import repair
from handbook.words.catalogue import FIRST

log = logging.getLogger("handbook")


def sound_settings(config: MkDocsConfig) -> Settings:
    """Our settings, after what a killed build left was put right. Raises ConfigurationError."""
    for _, reason in own_mistakes(config):
        raise ConfigurationError(reason.say(FIRST))
    settings = settings_of(config)
    check_epoch(settings.lang)
    for note in repair():
        log.warning(note.message(settings.lang))
    return settings


def count_warnings() -> None:
    """With ``-q`` MkDocs doesn't see warnings itself, and a strict build publishes them."""
    logger = logging.getLogger("mkdocs")
    if logger.level > logging.WARNING:
        logger.setLevel(logging.WARNING)


def publish_aside(build: Build, config: MkDocsConfig) -> None:
    """Write aside, then in one go; to site/<company> unless ``-d`` names another folder."""
    settings = build.site.settings
    target = Path(config.site_dir)
    if target == Path(config.config_file_path).parent / "site":
        target /= settings.folder_of(settings.company)
    owner = settings.owner(settings.company)
    with _told(settings.lang):
        place = staged(target, owner, sources(config, settings.data))
        staging = build.publishing.enter_context(place)
    config.site_dir = str(staging.folder)

    def published() -> None:
        config.site_dir = str(staging.target)
        for note in staging.notes:
            log.warning(note.message(settings.lang))

    build.published = published


def publish(build: Build, config: MkDocsConfig) -> None:
    """What was built aside takes its place, unless MkDocs is about to refuse it."""
    if config.strict and _has_warnings():
        build.abandon(Abort(""))
        return
    with _told(build.site.settings.lang):
        build.publishing.close()
    build.published()


@contextmanager
def _told(lang: str) -> Iterator[None]:
    try:
        yield
    except CannotPublish as error:
        raise PluginError(error.note.message(lang)) from error


def _has_warnings() -> bool:
    """A strict build ends with these, but only after its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(one.get_counts() for one in handlers if isinstance(one, CountHandler))
