"""Many files change together: all of them or none, whatever ends the process.

Beside the files stand, for as long as they are needed: ``.migration.new-…``, which is being
written and may go at any time; ``.migration`` from the moment on in which all is written, with
``new/`` what takes its place and ``old/`` what left it; ``.migration.gone-…``, which is being
deleted. While there is a ``.migration`` handbook.reading reads nothing, and ``undo`` puts back what
was there before.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from handbook.authoring.migrations.files import Change
from handbook.authoring.writing import CannotWrite
from handbook.reading.data_format import UNFINISHED

_NEW, _OLD, _LIST = "new", "old", "changes.json"


class Changed(Exception):
    """Somebody changed a file meanwhile; ``path`` says which. Nothing was written."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Edited(Changed):
    """A migration ended halfway, and what it had written was changed since."""


class Busy(Exception):
    """Another migration is writing into the same folder."""


def put_in_place(folder: Path, changes: Sequence[Change]) -> None:
    """Write all changes, or none. Raises Changed, Busy, CannotWrite."""
    with _alone(folder):
        aside = _hidden(folder, "new")
        try:
            with _telling(folder):
                _write(aside, folder, changes)
                for change in changes:
                    if _now(folder / change.path) != change.before:
                        raise Changed(change.path)
                aside.rename(folder / UNFINISHED)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        try:
            for change in changes:
                with _telling(folder / change.path):
                    _put(folder, change)
            with _telling(folder):
                _retire(folder)
        except BaseException:
            with suppress(OSError, Edited):  # handbook.reading tells what is left then
                _undo(folder)
            raise


def undo(folder: Path) -> bool:
    """Put back what an ended migration has replaced; whether there was one.

    Raises Edited where somebody has edited a new file since, Busy, CannotWrite.
    """
    if not _left_over(folder):
        return False
    with _alone(folder):
        for left in _left_over(folder):
            if left.name != UNFINISHED:
                shutil.rmtree(left, ignore_errors=True)
        if not (folder / UNFINISHED).is_dir():
            return False
        with _telling(folder / UNFINISHED):
            _undo(folder)
        return True


def _write(aside: Path, folder: Path, changes: Sequence[Change]) -> None:
    """Everything that is needed later is there before the first file moves."""
    (aside / _OLD).mkdir(parents=True)
    digests = {}
    for change in changes:
        digests[change.path] = change.after and hashlib.sha256(change.after).hexdigest()
        if change.after is None:
            continue
        path = aside / _NEW / change.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(change.after)
            file.flush()
            os.fsync(file.fileno())
        if change.origin is not None:
            shutil.copymode(folder / change.origin, path)
    (aside / _LIST).write_text(json.dumps(digests), encoding="utf-8")


def _put(folder: Path, change: Change) -> None:
    target, journal = folder / change.path, folder / UNFINISHED
    if change.before is not None:
        old = journal / _OLD / change.path
        old.parent.mkdir(parents=True, exist_ok=True)
        target.rename(old)
    if change.after is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        (journal / _NEW / change.path).rename(target)


def _undo(folder: Path) -> None:
    """Raises OSError, and Edited before anything is moved."""
    journal = folder / UNFINISHED
    try:
        digests: dict[str, str | None] = json.loads((journal / _LIST).read_text(encoding="utf-8"))
    except ValueError:
        raise Edited(f"{UNFINISHED}/{_LIST}") from None
    for path, digest in digests.items():
        target, new, old = folder / path, journal / _NEW / path, journal / _OLD / path
        if target.exists():
            ours = digest is not None and not new.exists()
            if _digest(target) != digest if ours else old.exists():
                raise Edited(path)
    for path, digest in digests.items():
        target, new, old = folder / path, journal / _NEW / path, journal / _OLD / path
        if digest is not None and not new.exists() and target.exists():
            target.rename(new)
        if old.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            old.rename(target)
        with suppress(OSError):  # only a folder that is empty, made for a file that is no more
            target.parent.rmdir()
    _retire(folder)


def _retire(folder: Path) -> None:
    gone = _hidden(folder, "gone")
    (folder / UNFINISHED).rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _hidden(folder: Path, purpose: str) -> Path:
    return folder / f"{UNFINISHED}.{purpose}-{uuid4().hex}"


def _left_over(folder: Path) -> list[Path]:
    return [path for path in folder.glob(f"{UNFINISHED}*") if path.is_dir()]


def _now(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Exclude every other migration of the same folder. Raises Busy, CannotWrite."""
    from filelock import FileLock  # noqa: PLC0415 - slow to import, and seldom needed

    path = folder / f"{UNFINISHED}.lock"
    lock = FileLock(path, timeout=0)
    try:
        with _telling(folder):
            lock.acquire()
    except NotImplementedError as error:  # a file system without locks
        raise CannotWrite(folder, str(error)) from error
    try:
        yield
    finally:
        lock.release()
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    from filelock import Timeout  # noqa: PLC0415

    try:
        yield
    except Timeout:
        raise Busy from None
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
