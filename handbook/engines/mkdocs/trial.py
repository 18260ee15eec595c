"""What a build would stumble on in hand-written pages, the settings and the theme.

The build itself, with those pages and the home page alone, into a folder that nobody keeps: so
that what this passes is built, and nothing is said in two ways.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from handbook.company.book import Handbook
from handbook.engines.mkdocs.build import built, configuration
from handbook.engines.mkdocs.plugin import plugin_of
from handbook.engines.site import Settings, Site, WrongSettings
from handbook.publishing.notes import telling
from handbook.publishing.staging import building
from handbook.reading.docs import docs_in
from handbook.words.problem import Place, Problem


def page_problems(
    config_file: Path, book: Handbook | None, settings: Settings, known: tuple[str, ...]
) -> tuple[Problem, ...]:
    """Everything that would keep the site of ``book`` from being built.

    Without a book, whose data has to be mended first, what can be told of the files alone.

    ``known`` are the ids of all companies that there are. Raises WrongSettings if the environment
    names what can't be followed, and CannotPublish if there is no room to try.
    """
    try:
        config = configuration(config_file, settings.lang)
    except WrongSettings as error:
        if not error.problems:
            raise
        return error.problems
    if book is None:
        return docs_in(Path(config.docs_dir)).wrong(known)
    plugin = plugin_of(config)
    plugin.prepare(Site(settings, book, known=known), trying=True)
    with telling("publish.denied", _temporary()):  # a machine may have no such folder
        aside = TemporaryDirectory()
    with aside as name:
        folder = Path(name).resolve()
        config.site_dir = str(folder / "site")
        with building(folder, folder):
            said = built(config, book)
    if hasattr(plugin, "build") and plugin.build.told:
        return tuple(plugin.build.told)
    place = Place(config_file.name)
    return tuple(Problem("HB919", place, {"reason": line}) for line in said)


def _temporary() -> Path:
    """The system's folder for what nobody keeps, as it was named where it can't be used."""
    try:
        return Path(gettempdir())
    except FileNotFoundError:
        return Path(os.environ.get("TMPDIR", "/tmp"))  # noqa: S108 - only told
