"""The folder of hand-written pages: which of its files may be published."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

from handbook.reading.folder import MAX_BYTES, Entry, walk
from handbook.words.problem import Place, Problem

PAGE = ".md"
MAX_ATTACHMENT = 50_000_000  # bytes of a picture or document that pages show
_OF_PAGES = (PAGE, ".markdown", ".mdown", ".mkdn", ".mkd")
_LEFT_OUT = "templates"  # MkDocs publishes nothing of it


@dataclass(frozen=True, slots=True)
class Docs:
    """The files that may be published, in the order of their names, and what is wrong with the
    others."""

    files: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    @property
    def pages(self) -> tuple[Entry, ...]:
        """Those that become pages."""
        return tuple(entry for entry in self.files if entry.path.suffix == PAGE)


def docs_in(folder: Path, label: str = "docs") -> Docs:
    """What lies in ``folder``, which need not be there; ``label`` is what problems call it."""
    if not lexists(folder):
        return Docs((), ())
    entries = walk(folder, label, _limit, enter=lambda parts: parts != (_LEFT_OUT,))
    seen = [(entry, entry.problem or _objection(entry)) for entry in entries]
    files = tuple(entry for entry, problem in seen if problem is None)
    return Docs(files, tuple(problem for _, problem in seen if problem is not None))


def _limit(name: str) -> int:
    return MAX_BYTES if name.endswith(PAGE) else MAX_ATTACHMENT


def _objection(entry: Entry) -> Problem | None:
    """Why a file would not be published as the page that somebody meant it to be."""
    name, place = entry.parts[-1], Place(entry.name)
    if entry.is_folder:
        return Problem("HB137", place, {"name": name})
    meant = any(ending in name.lower() for ending in _OF_PAGES)
    if meant and not name.endswith(PAGE):
        return Problem("HB136", place, {"name": name}, (f"{name.split('.')[0]}{PAGE}",))
    return None
