"""Files written for people: each whole, or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class CannotWrite(Exception):
    """The machine refuses; ``path`` is what was to be written, ``reason`` what it says."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path))
        self.path, self.reason = path, reason


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises CannotWrite."""
    with refused(path):
        path.mkdir(parents=True, exist_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place and move it there. Raises CannotWrite; nothing is left then."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with refused(path):
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise


@contextmanager
def refused(path: Path) -> Iterator[None]:
    """What the machine refuses while ``path`` is written becomes CannotWrite."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
