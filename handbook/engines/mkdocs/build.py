"""One company's site, by MkDocs in this process."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from handbook.company.book import Handbook
from handbook.engines.mkdocs.config import check_epoch, configured, dated, sources
from handbook.engines.mkdocs.plugin import plugin_of
from handbook.engines.mkdocs.said import collected, text_of
from handbook.engines.mkdocs.site import Settings, Site
from handbook.publishing.staging import staged
from handbook.words.problem import Problem


class CannotBuild(Exception):
    """MkDocs stopped; the message is what it said, in lines."""


class WrongSettings(Exception):
    """mkdocs.yml or the environment says what can't be followed; the message tells where."""


def configuration(config_file: Path, lang: str) -> MkDocsConfig:
    """What mkdocs.yml says. Raises WrongSettings."""
    try:
        check_epoch(lang)
        return configured(config_file, lang, strict=True)
    except ConfigurationError as error:
        raise WrongSettings(str(error)) from error


def configured_company(config_file: Path, lang: str) -> str:
    """The company that mkdocs.yml names by default, "" if it names none. Raises WrongSettings."""
    return Settings.of(configuration(config_file, lang)).company


def build_site(
    config_file: Path, target: Path, book: Handbook, settings: Settings, *,
    findings: tuple[Problem, ...] = (), neighbours: Mapping[str, Handbook] | None = None,
    beside: tuple[str, ...] = (),
) -> list[str]:  # fmt: skip
    """Build ``book`` and put the site in place of ``target``; gives what to say of the old one.

    The same data gives the same bytes: the day in the sitemap is the day the handbook comes into
    force. Raises WrongSettings, CannotBuild and CannotPublish; the old site stays in any case.
    """
    site = Site(settings, book, (), findings=findings, neighbours=neighbours or {}, beside=beside)
    config = configuration(config_file, settings.lang)
    owner = settings.owner(settings.company)
    with staged(target, owner, sources(config, settings.data)) as staging, collected() as said:
        config.site_dir = str(staging.folder)
        plugin_of(config).given = site
        try:
            with dated(book.company.effective_on):
                build(config)
        except (Abort, BuildError, ConfigurationError, TemplateError) as error:
            raise CannotBuild("\n".join([*said, text_of(error)]).strip()) from error
    return [note.message(settings.lang) for note in staging.notes]
