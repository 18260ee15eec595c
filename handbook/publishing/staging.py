"""Where a site goes: built aside, then put in place of the old one in one move."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

MARKER = ".handbook-site"  # what tells our sites from other people's folders


class CannotPublish(Exception):
    """The folder can't take a site; ``key`` is the catalogue's reason."""

    def __init__(self, key: str, path: Path, reason: str = "") -> None:
        super().__init__(key)
        self.key, self.path, self.reason = key, path, reason


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A folder to build in; it takes the place of ``target`` if the block ends well.

    Whatever happens inside, the old site stays whole. Two builds into one place exclude each
    other. Raises CannotPublish.
    """
    target = target.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(target.parent / f".{target.name}.lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise CannotPublish("publish.busy", target) from error
    except OSError as error:
        raise CannotPublish("publish.denied", target, error.strerror or str(error)) from error
    try:
        _recover(target)
        if target.exists() and not _is_ours(target):
            raise CannotPublish("publish.foreign", target)
        aside = _hidden(target, "new")
        aside.mkdir()
        try:
            yield aside
            (aside / MARKER).write_text("", encoding="utf-8")
            _swap(aside, target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise CannotPublish("publish.denied", target, error.strerror or str(error)) from error
    finally:
        lock.release()


def _hidden(target: Path, purpose: str) -> Path:
    """A new name beside the target: what can't be removed must not stand in the way for good."""
    return target.parent / f".{target.name}.{purpose}-{uuid4().hex}"


def _recover(target: Path) -> None:
    """Finish what a killed build left: the old site returns if it was moved away already."""
    left = sorted(target.parent.glob(f".{target.name}.old-*"), key=lambda p: p.stat().st_mtime)
    if left and not target.exists():
        left.pop().rename(target)
    for rest in [*left, *target.parent.glob(f".{target.name}.new-*")]:
        shutil.rmtree(rest, ignore_errors=True)


def _swap(aside: Path, target: Path) -> None:
    """Two renames; a build killed between them is recovered by the next one."""
    old = _hidden(target, "old")
    if target.exists():
        target.rename(old)
    try:
        aside.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether we may replace a folder: a site that we published, or an empty one."""
    return folder.is_dir() and ((folder / MARKER).is_file() or not any(folder.iterdir()))
