"""What a migration would change, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook.authoring.migrations import MIGRATIONS, Migration, upgrade
from handbook.authoring.migrations.files import Change, Files, Unreadable
from handbook.authoring.migrations.steps import Taken
from handbook.reading.data_format import FORMAT_FILE, KEY, format_of, format_text
from handbook.reading.folder import walk
from handbook.words.problem import Place, Problem


class CannotMigrate(Exception):
    """Something in the data stands in the way; nothing was changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(str(self.problems))


@dataclass(frozen=True, slots=True)
class Plan:
    """From which format to which, by which steps, and every file that changes, by path."""

    folder: Path
    label: str
    since: int
    until: int
    steps: tuple[int, ...]
    changes: tuple[Change, ...]


def planned(
    folder: Path, label: str, heading: str, migrations: Sequence[Migration] = MIGRATIONS
) -> Plan:
    """Read what has to be migrated; ``heading`` is the comment of a new format.yml.

    ``label`` is what problems call the folder. Raises CannotMigrate: the format is not known, or a
    file that a step needs can't be read for sure or has a field of the new name; Unfaithful.
    """
    until = migrations[-1].number
    entries = walk(folder, label)
    since, problems = format_of(folder, label, entries)
    if since is None or since > until:
        raise CannotMigrate(problems)
    files = Files(entries)
    try:
        steps = upgrade(files, since, migrations)
        if FORMAT_FILE in files:
            files[FORMAT_FILE][KEY] = until
    except Unreadable:
        raise CannotMigrate(files.wrong()) from None
    except Taken as error:
        place = files.place_of(error.thing, error.field) or Place(label)
        raise CannotMigrate([Problem("HB144", place, {"name": error.field})]) from None
    changes = [*files.changes()]
    if FORMAT_FILE not in files:
        changes.append(Change(FORMAT_FILE, None, format_text(heading, until).encode(), None))
    return Plan(folder, label, since, until, steps, tuple(changes))
