"""`mkdocs build` and `mkdocs serve` as they are typed: what `handbook build` has done already."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.utils import CountHandler

from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.config import own_mistakes, sources
from handbook.engines.mkdocs.epoch import check_epoch
from handbook.engines.mkdocs.site import Settings
from handbook.publishing.notes import CannotPublish
from handbook.publishing.staging import staged
from handbook.publishing.unfinished import repair
from handbook.words.catalogue import LANGUAGES, say

log = logging.getLogger("handbook")


def sound_settings(config: MkDocsConfig) -> Settings:
    """Our settings, after what a killed build left was put right. Raises ConfigurationError."""
    for _, reason in own_mistakes(config, "zh"):
        raise ConfigurationError(reason)
    settings = Settings.of(config)
    if settings.lang not in LANGUAGES:
        raise PluginError(say("cli.lang", "zh", name=settings.lang))
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
    try:
        place = staged(target, owner, sources(config, settings.data))
        build.staging = build.publishing.enter_context(place)
    except CannotPublish as error:
        raise PluginError(error.note.message(settings.lang)) from error
    config.site_dir = str(build.staging.folder)


def publish(build: Build, config: MkDocsConfig) -> None:
    """What was built aside takes its place, unless MkDocs is about to refuse it."""
    if config.strict and _has_warnings():
        build.abandon(Abort(""))
        return
    try:
        build.publishing.close()
    except CannotPublish as error:
        raise PluginError(error.note.message(build.site.settings.lang)) from error
    if build.staging:
        config.site_dir = str(build.staging.target)
        for note in build.staging.notes:
            log.warning(note.message(build.site.settings.lang))


def _has_warnings() -> bool:
    """A strict build ends with these, but only after its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(one.get_counts() for one in handlers if isinstance(one, CountHandler))
