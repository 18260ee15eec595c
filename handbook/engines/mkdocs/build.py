"""One company's site, by MkDocs in this process."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from handbook.company.book import Handbook
from handbook.engines.mkdocs.config import check_epoch, configured, dated, sources
from handbook.engines.mkdocs.plugin import plugin_of
from handbook.engines.mkdocs.said import collected, text_of
from handbook.engines.mkdocs.site import Neighbours, Settings, Site
from handbook.publishing.staging import staged
from handbook.words.problem import Problem

log = logging.getLogger("handbook")


class CannotBuild(Exception):
    """MkDocs stopped; the message is what it said, in lines."""


class WrongSettings(Exception):
    """mkdocs.yml or the environment says what can't be followed; the message tells where."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The mistakes in mkdocs.yml, none if it is the environment."""
        return getattr(self.__cause__, "problems", ())


def configuration(config_file: Path, lang: str) -> MkDocsConfig:
    """What mkdocs.yml says. Raises WrongSettings."""
    try:
        check_epoch(lang)
        return configured(config_file, lang, strict=True)
    except ConfigurationError as error:
        raise WrongSettings(str(error)) from error


def configured_company(config_file: Path, lang: str) -> str:
    """The company that mkdocs.yml names by default. Raises WrongSettings."""
    return Settings.of(configuration(config_file, lang)).company


def build_site(
    config_file: Path, target: Path, book: Handbook, settings: Settings, *,
    findings: tuple[Problem, ...] = (), neighbours: Neighbours | None = None,
    beside: tuple[str, ...] = (), known: tuple[str, ...] = (),
) -> list[str]:  # fmt: skip
    """Build ``book`` and put the site in place of ``target``; gives what to say of the old one.

    The same data gives the same bytes: the day in the sitemap is the day the handbook comes into
    force. Raises WrongSettings, CannotBuild and CannotPublish; the old site stays in any case.
    """
    site = Site(
        settings, book, (), findings=findings, neighbours=neighbours or {}, beside=beside,
        known=known,
    )  # fmt: skip
    config = configuration(config_file, settings.lang)
    owner = settings.owner(settings.company)
    with staged(target, owner, sources(config, settings.data)) as staging:
        config.site_dir = str(staging.folder)
        plugin_of(config).prepare(site)
        if said := built(config, book):
            raise CannotBuild("\n".join(said))
    return [note.message(settings.lang) for note in staging.notes]


def built(config: MkDocsConfig, book: Handbook) -> list[str]:
    """Let MkDocs build; gives what it says if it could not, in lines."""
    with collected() as said:
        try:
            with dated(book.company.effective_on):
                build(config)
        except (Abort, BuildError, ConfigurationError, TemplateError) as error:
            # Of what we tell by line MkDocs may have told a part, too, in English
            lines = plugin_of(config).told() or [*said, *text_of(error).splitlines()]
            return [line for line in lines if line.strip()] or [type(error).__name__]
        except Exception as error:
            if _is_ours(error):
                raise
            log.debug("", exc_info=error)
            return [*said, text_of(error)]
    return []


def _is_ours(error: Exception) -> bool:
    """Whether it is a mistake in this program, and not in what the settings gave to others."""
    last = traceback.extract_tb(error.__traceback__)[-1].filename
    return Path(__file__).parents[2] in Path(last).parents
