"""Which sites are being written: so that the next command, whatever it is, finds what a kill left.

A file in the working folder names each place for as long as something is being done there.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from handbook.publishing.notes import CannotPublish, Note, reason_of, refusal
from handbook.publishing.swap import left_over, recover

FOLDER = Path(".cache/publishing")
_A_MOMENT = 60.0  # seconds; a younger note may be just being written


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Exclude every other build into ``target``. Raises CannotPublish."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import, and seldom needed

    lock = FileLock(target.with_name(f".{target.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise CannotPublish("publish.busy", target) from error
    except NotImplementedError as error:  # a file system without locks
        raise CannotPublish("publish.denied", target, reason=str(error)) from error
    except OSError as error:
        raise refusal("publish.denied", target, error) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def noted(target: Path) -> Iterator[None]:
    """Name ``target`` in the working folder until nothing is left to be put right."""
    note = (FOLDER / _name(target)).absolute()
    with suppress(OSError):  # where nothing can be written the next build there puts it right
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_bytes(os.fsencode(target))
    try:
        yield
    finally:
        _forget(note, target)


def repair() -> list[Note]:
    """Put right what killed builds left; what another build is writing is let alone."""
    notes: list[Note] = []
    with suppress(OSError):
        for note in sorted(FOLDER.iterdir()):
            target = Path(os.fsdecode(note.read_bytes())) if note.is_file() else Path()
            if note.name == _name(target) and target.parent.is_dir():
                notes += _repaired(note, target)
            elif note.stat().st_mtime < time.time() - _A_MOMENT:  # cut short before all else
                note.unlink()
    return notes


def _repaired(note: Path, target: Path) -> list[Note]:
    try:
        with locked(target):
            found = recover(target)
            _forget(note, target)
            return found
    except CannotPublish as error:
        return [] if error.key == "publish.busy" else [error.note]
    except OSError as error:
        return [Note("publish.unrepaired", target, {"reason": reason_of(error)})]


def _forget(note: Path, target: Path) -> None:
    if not left_over(target, "new", "old", "gone"):
        with suppress(OSError):
            note.unlink(missing_ok=True)


def _name(target: Path) -> str:
    return hashlib.sha256(os.fsencode(target)).hexdigest()[:32]
