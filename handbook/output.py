"""Where a site goes: built aside, then put in place of the old one in one move."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


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
        if target.exists() and not _is_site(target):
            raise CannotPublish("publish.foreign", target)
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
        try:
            yield aside
            aside.chmod(0o755)
            _swap(aside, target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise CannotPublish("publish.denied", target, error.strerror or str(error)) from error
    finally:
        lock.release()


def _old(target: Path) -> Path:
    return target.parent / f".{target.name}.old"


def _recover(target: Path) -> None:
    """Finish what a killed build left: the old site returns if it was moved away already."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    for aside in target.parent.glob(f".{target.name}.new-*"):
        shutil.rmtree(aside, ignore_errors=True)


def _swap(aside: Path, target: Path) -> None:
    old = _old(target)
    if target.exists():
        target.rename(old)
    try:
        aside.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _is_site(folder: Path) -> bool:
    """Whether we may replace a folder: one of our sites, or an empty one."""
    return (folder / "search" / "search_index.json").is_file() or not any(folder.iterdir())
