"""What lies in a site's folder beside what we wrote, and how it comes into the next site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from filecmp import cmp
from pathlib import Path, PurePosixPath

from handbook.publishing.record import RECORD, Record, digest


@dataclass(slots=True)
class Contents:
    """Paths below a folder: as we wrote them, ``changed`` since, and ``foreign`` ones.

    A folder that holds nothing of ours is one foreign path.
    """

    ours: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def contents(folder: Path, record: Record) -> Contents:
    """Compare a folder with its record. Raises OSError."""
    found = Contents()
    known = {str(parent) for path in record.files for parent in PurePosixPath(path).parents}
    _compare(folder, "", record, known, found)
    return found


def _compare(
    folder: Path, below: str, record: Record, known: Collection[str], found: Contents
) -> None:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = f"{below}{entry.name}"
            if path == RECORD:
                continue
            if entry.is_dir(follow_symlinks=False) and path in known:
                _compare(Path(entry.path), f"{path}/", record, known, found)
            elif path not in record.files:
                found.foreign.append(path)
            elif is_as_written(Path(entry.path), record.files[path]):
                found.ours.append(path)
            else:
                found.changed.append(path)


def is_as_written(path: Path, wanted: str) -> bool:
    """Whether a file holds what we wrote; an empty one is what a lost write leaves behind."""
    if path.is_symlink() or not path.is_file():
        return False
    return path.stat().st_size == 0 or digest(path) == wanted


def carry(paths: Collection[str], old: Path, new: Path) -> list[str]:
    """Let what is foreign lie in the new folder, too; gives the paths for which there is no place.

    The old folder keeps everything, so that nothing is lost whenever this ends. Raises OSError.
    """
    return [path for path in paths if not _carried(old / path, new / path)]


def _carried(source: Path, target: Path) -> bool:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_symlink():
            target.symlink_to(source.readlink(), target_is_directory=source.is_dir())
        elif source.is_mount():  # copied and then deleted, another disk would be emptied
            return False
        elif source.is_dir():
            target.mkdir()
            inside = [_carried(Path(entry.path), target / entry.name) for entry in _entries(source)]
            shutil.copystat(source, target)
            return all(inside)
        elif source.is_file() and not target.exists():
            _link_or_copy(source, target)
        else:
            return False
    except (FileExistsError, NotADirectoryError):
        return False
    return True


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _link_or_copy(source: Path, target: Path) -> None:
    """A second name for the same file where the machine knows that."""
    with suppress(OSError):
        os.link(source, target)
        return
    shutil.copy2(source, target)


def is_same(one: Path, other: Path) -> bool:
    """Whether two files hold the same, or two links lead to the same place."""
    if one.is_symlink() or other.is_symlink():
        return one.is_symlink() and other.is_symlink() and one.readlink() == other.readlink()
    if not one.is_file() or not other.is_file():
        return False
    return one.samefile(other) or cmp(one, other, shallow=False)
