"""What lies in a folder: files that are safe to open, and a problem for everything else.

Nothing is followed and nothing but a regular file is opened: a link may lead out of the folder,
and reading a pipe never ends.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.words.problem import Place, Problem

MAX_BYTES = 1_000_000  # of a file that people write

# A folder of such a name was meant to be a file
_ENDINGS_OF_FILES = (".yml", ".yaml", ".md")
# A folder that Windows shows in a second place; Python calls only some of them links
_JUNCTION = 0xA0000003
# Windows lacks both; there a pipe has no place in a folder
_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_UNCHANGED = getattr(os, "O_BINARY", 0)


class TooLarge(Exception):
    """A file has more bytes than anybody writes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file below a folder, or a folder that was not looked into; ``parts`` lead to it.

    ``name`` is how problems call it. What has a ``problem`` must not be opened.
    """

    path: Path
    parts: tuple[str, ...]
    name: str
    problem: Problem | None = None
    is_folder: bool = False


def walk(
    folder: Path,
    label: str,
    limit: Callable[[str], int] = lambda _: MAX_BYTES,
    *,
    enter: Callable[[tuple[str, ...]], bool] = lambda _: True,
) -> tuple[Entry, ...]:
    """Everything below ``folder`` that is not hidden, in the order of the names; never raises.

    ``label`` is what the folder is called in problems, ``limit`` how many bytes a file of a name
    may have, ``enter`` says which folders to look into.
    """
    found: list[Entry] = []
    open_: list[tuple[str, ...]] = [()]
    while open_:
        parts = open_.pop()
        try:
            children = list(_children(folder.joinpath(*parts)))
        except OSError as error:
            name, reason = "/".join((label, *parts)), error.strerror or str(error)
            closed = Problem("HB131", Place(name), {"reason": reason})
            found.append(Entry(folder.joinpath(*parts), parts, name, closed, is_folder=True))
            continue
        for child, info in children:
            inner = (*parts, child)
            path, name = folder.joinpath(*inner), "/".join((label, *inner))
            is_folder = stat.S_ISDIR(info.st_mode)
            problem = _objection(child, info, Place(name), limit)
            if is_folder and not problem and enter(inner):
                open_.append(inner)
            else:
                found.append(Entry(path, inner, name, problem, is_folder))
    return tuple(sorted(found, key=lambda entry: "/".join(entry.parts)))


def content_of(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file. Raises TooLarge, and OSError for whatever else it may be."""
    descriptor = os.open(path, os.O_RDONLY | _NOT_FOLLOWED | _UNCHANGED)
    try:
        info = os.fstat(descriptor)
        if not stat.S_ISREG(info.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        if info.st_size > limit:
            raise TooLarge
        with open(descriptor, "rb", closefd=False) as file:
            raw = file.read(limit + 1)
    finally:
        os.close(descriptor)
    if len(raw) > limit:  # it grows while we look
        raise TooLarge
    return raw


def _children(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Names and what stands there, links themselves; without hidden ones. Raises OSError."""
    with os.scandir(folder) as children:
        for child in children:
            if child.name.startswith("."):
                continue
            try:
                yield child.name, child.stat(follow_symlinks=False)
            except FileNotFoundError:  # gone since the folder was opened
                continue


def _objection(
    child: str, info: os.stat_result, place: Place, limit: Callable[[str], int]
) -> Problem | None:
    """Why something must not be opened or looked into."""
    facts = {"name": child}
    if stat.S_ISLNK(info.st_mode) or getattr(info, "st_reparse_tag", 0) == _JUNCTION:
        return Problem("HB129", place, facts)
    if stat.S_ISDIR(info.st_mode):
        wrong = child.lower().endswith(_ENDINGS_OF_FILES)
        return Problem("HB132", place, facts) if wrong else None
    if not stat.S_ISREG(info.st_mode):
        return Problem("HB130", place, facts)
    if info.st_size > (most := limit(child)):
        return too_large(place, most)
    return None


def too_large(place: Place, limit: int) -> Problem:
    """HB109: nobody writes so much, and reading it would only take time and memory."""
    return Problem("HB109", place, {"limit": limit // 1000})
