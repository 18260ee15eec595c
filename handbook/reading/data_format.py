"""Which format policy_data has: what its fields are called and mean changes with the program.

``format.yml`` says it. Data without this file is of format 0: from before there were versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.reading.folder import Entry
from handbook.reading.node import MapNode, ScalarNode
from handbook.reading.source import read
from handbook.words.near import near
from handbook.words.problem import Place, Problem, Severity

FORMAT = 2  # what this program writes; the last number of handbook.authoring.migrations
OLDEST_READ = 2  # the oldest format whose fields are read the same way
FORMAT_FILE = "format.yml"
KEY = "format"
# Beside the files for as long as a migration puts them in place: see authoring/migrations/swap.py
UNFINISHED = ".migration"

SEVERITY: dict[str, Severity] = {"HB138": "warning"}


def format_of(
    folder: Path, label: str, entries: Sequence[Entry]
) -> tuple[int | None, list[Problem]]:
    """The format of the data, None if nobody can tell, and what is wrong with it.

    ``entries`` are what lies in ``folder``, which problems call ``label``.
    """
    place = Place(f"{label}/{FORMAT_FILE}")
    if (folder / UNFINISHED).is_dir():
        return None, [Problem("HB143", Place(f"{label}/{UNFINISHED}"))]
    entry = next((entry for entry in entries if entry.parts == (FORMAT_FILE,)), None)
    if entry is None:
        return 0, [] if _is_told(entries) else [*_too_old(0, place)]
    if entry.problem:
        return None, [entry.problem]
    root, problems = read(entry.path, entry.name)
    if problems or root is None:
        return None, problems
    if not isinstance(root, MapNode):
        return None, [Problem("HB141", root.place)]
    found = root.entries.get(KEY)
    others = [Problem("HB142", at, {"name": k}, near(k, (KEY,))) for k, at in root.keys.items()
              if k != KEY]  # fmt: skip
    if found is None and others:
        return None, others
    if not isinstance(found, ScalarNode) or type(found.value) is not int or found.value < 0:
        return None, [Problem("HB141", found.place if found else root.place)]
    if found.value > FORMAT:  # what else stands there, that program knows
        return found.value, [Problem("HB140", found.place, _versions(found.value))]
    return found.value, [*_too_old(found.value, found.place), *others]


def format_text(heading: str, number: int = FORMAT) -> str:
    """What format.yml says, below a comment for people."""
    return f"{heading.rstrip()}\n{KEY}: {number}\n"


def is_read(number: int | None) -> bool:
    """Whether data of a format may be read: otherwise it would be taken for what it is not."""
    return number is not None and OLDEST_READ <= number <= FORMAT


def _too_old(number: int, place: Place) -> Iterator[Problem]:
    """HB138 where the fields are still read the same way, otherwise HB139."""
    if number < FORMAT:
        code = "HB138" if number >= OLDEST_READ else "HB139"
        yield Problem(code, place, _versions(number), severity=SEVERITY.get(code, "error"))


def _versions(number: int) -> dict[str, object]:
    return {"found": number, "known": FORMAT}


def _is_told(entries: Sequence[Entry]) -> bool:
    """Whether another problem tells why the file is not found: its name, or the whole folder."""
    stem = Path(FORMAT_FILE).stem
    return any(not e.parts or (len(e.parts) == 1 and e.path.stem.lower() == stem) for e in entries)
