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
from handbook.engines.mkdocs.config import check_epoch, configured, dated, settings_of, sources
from handbook.engines.mkdocs.plugin import plugin_of
from handbook.engines.mkdocs.said import collected, text_of
from handbook.engines.site import CannotBuild, Site, WrongSettings
from handbook.publishing.staging import is_of_output, staged

log = logging.getLogger("handbook")


def configuration(config_file: Path, lang: str) -> MkDocsConfig:
    """What mkdocs.yml says. Raises WrongSettings."""
    try:
        check_epoch(lang)
        return configured(config_file, lang, strict=True)
    except ConfigurationError as error:
        raise WrongSettings(str(error)) from error


def configured_company(config_file: Path, lang: str) -> str:
    """The company that mkdocs.yml names by default, "" if it names none. Raises WrongSettings."""
    return settings_of(configuration(config_file, lang)).company


def build_site(config_file: Path, target: Path, site: Site) -> list[str]:
    """As every engine does: see ``Engine``.

    The day in the sitemap is the day the handbook comes into force.
    """
    settings = site.settings
    config = configuration(config_file, settings.lang)
    owner = settings.owner(site.company)
    with staged(target, owner, sources(config, settings.data)) as staging:
        config.site_dir = str(staging.folder)
        plugin_of(config).prepare(site)
        if said := built(config, site.sound_book):
            raise CannotBuild("\n".join(said))
    return [note.message(settings.lang) for note in staging.notes]


def built(config: MkDocsConfig, book: Handbook) -> list[str]:
    """Let MkDocs build; gives what it says if it could not, in lines.

    Raises OSError if the site can't be written.
    """
    with collected() as said:
        try:
            with dated(book.company.effective_on):
                build(config)
        except (Abort, BuildError, ConfigurationError, TemplateError) as error:
            # Of what we tell by line MkDocs may have told a part, too, in English
            lines = plugin_of(config).told() or [*said, *text_of(error).splitlines()]
            return [line for line in lines if line.strip()] or [type(error).__name__]
        except Exception as error:
            of_output = isinstance(error, OSError) and is_of_output(error, Path(config.site_dir))
            if of_output or _is_ours(error):
                raise
            log.debug("", exc_info=error)
            return [*said, text_of(error)]
    return []


def _is_ours(error: Exception) -> bool:
    """Whether it is a mistake in this program, and not in what the settings gave to others."""
    last = traceback.extract_tb(error.__traceback__)[-1].filename
    return Path(__file__).parents[2] in Path(last).parents
