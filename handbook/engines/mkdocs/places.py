"""Which file of docs/ takes which place in the site; none may want that of another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from mkdocs.structure.files import File, Files

from handbook.engines.mkdocs.build_state import Build
from handbook.pages.addresses import file_of
from handbook.pages.content import HR_PAGES
from handbook.printing.chooser_files import NAMES
from handbook.words.problem import Place, Problem

# What every site has besides its pages, and HR's edition of it
RESERVED = (
    "404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", *NAMES,
    *map(file_of, HR_PAGES.values()),
)  # fmt: skip


def collisions(files: Files, build: Build) -> Iterator[Problem]:
    """HB917: two files in one place, or a file where the site has a folder, or the reverse.

    Looked for in docs/ itself: of two files MkDocs leaves one out in silence.
    """
    taken = dict.fromkeys(RESERVED, "")
    own = dict(_of_docs(build))
    places = {*RESERVED, *(file.dest_uri for file in files), *own.values()}
    folders = {str(above) for place in places for above in PurePosixPath(place).parents}
    for name, place in own.items():
        above = (str(one) for one in PurePosixPath(place).parents if str(one) in places)
        other = f"{place}/" if place in folders else next(above, None)
        if place in taken:
            other = taken[place] or place
        if other is not None:
            where = Place(f"docs/{name}")
            yield Problem("HB917", where, {"name": name, "other": other})
        taken[place] = name


def _of_docs(build: Build) -> Iterator[tuple[str, str]]:
    """The files of docs/ that this company's site has, with their places there."""
    hidden = {page.name for page in build.docs.pages if not page.is_for(build.site.company)}
    for entry in build.docs.files:
        if (name := "/".join(entry.parts)) not in hidden:
            yield name, File(name, None, "", use_directory_urls=False).dest_uri
