"""What a build would stumble on in hand-written pages, the settings and the theme.

The build itself, with those pages and the home page alone, into a folder that nobody keeps: so
that what this passes is built, and nothing is said in two ways.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from handbook.company.book import Handbook
from handbook.engines.mkdocs.build import WrongSettings, built, configuration
from handbook.engines.mkdocs.plugin import plugin_of
from handbook.engines.mkdocs.site import Settings, Site
from handbook.reading.docs import docs_in
from handbook.words.problem import Place, Problem


def page_problems(
    config_file: Path, book: Handbook | None, settings: Settings, known: tuple[str, ...]
) -> tuple[Problem, ...]:
    """Everything that would keep the site of ``book`` from being built.

    Without a book, whose data has to be mended first, what can be told of the files alone.

    ``known`` are the ids of all companies that there are. Raises WrongSettings if the environment
    names what can't be followed.
    """
    try:
        config = configuration(config_file, settings.lang)
    except WrongSettings as error:
        if not error.problems:
            raise
        return error.problems
    if book is None:
        docs = docs_in(Path(config.docs_dir))
        return (*docs.problems, *(p for page in docs.pages for p in page.wrong_head(known)))
    plugin = plugin_of(config)
    plugin.prepare(Site(settings, book, (), known=known), trying=True)
    with TemporaryDirectory() as folder:
        config.site_dir = str(Path(folder) / "site")
        said = built(config, book)
    if hasattr(plugin, "build") and plugin.build.told:
        return tuple(plugin.build.told)
    place = Place(config_file.name)
    return tuple(Problem("HB919", place, {"reason": line}) for line in said)
