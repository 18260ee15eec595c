"""One folder takes the place of another, and whatever a kill leaves behind is put right.

Beside ``site/acme`` stand, for as long as they are needed and with a random number each:
``.acme.new-…``, which is being built and may go at any time; ``.acme.old-…``, the whole site from
before, which returns if its place is empty; ``.acme.gone-…``, which is being deleted.
"""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from handbook.publishing.contents import is_as_written, is_same
from handbook.publishing.notes import CannotPublish, Note, reason_of
from handbook.publishing.record import RECORD, BadRecord, Record, files_below, read_record

_NUMBER = "[0-9a-f]" * 32
# On Windows nothing moves while another program, a virus scanner say, looks at it
_PAUSES = (0.1, 0.4, 1.5) if os.name == "nt" else ()


def hidden(target: Path, purpose: str) -> Path:
    """A new name beside the target: what can't be removed must not stand in the way for good."""
    return target.with_name(f".{target.name}.{purpose}-{uuid4().hex}")


def left_over(target: Path, *purposes: str) -> list[Path]:
    """What stands beside the target."""
    with suppress(OSError):
        names = sorted(os.listdir(target.parent))
        starts = tuple(f".{target.name}.{purpose}-" for purpose in purposes)
        return [
            target.with_name(name)
            for name in names
            if name.startswith(starts) and Path(name[-32:]).match(_NUMBER)
        ]
    return []


def swap(aside: Path, target: Path) -> list[Note]:
    """Put ``aside`` in place of ``target``. Raises OSError; the old site is back then."""
    old = hidden(target, "old")
    _flush()  # what takes the place is on the disk, whenever the power fails
    if target.exists():
        _rename(target, old)
    try:
        _rename(aside, target)
    except OSError as error:
        try:
            if old.exists():
                _rename(old, target)
        except OSError:
            reason = reason_of(error)
            raise CannotPublish("publish.halfway", target, old=old, reason=reason) from error
        raise
    _flush()  # and it is in its place there before the old one goes
    return _retire(target)


def recover(target: Path) -> list[Note]:
    """Finish what a killed build left. Raises CannotPublish if only people can, and OSError."""
    notes = []
    if olds := left_over(target, "old"):
        if target.is_dir() and not any(target.iterdir()):
            target.rmdir()
        if not target.exists():
            _rename(max(olds, key=lambda path: path.stat().st_ctime_ns), target)
            notes.append(Note("publish.restored", target))
        elif not _is_site(target):
            raise CannotPublish("publish.left", target, old=olds[-1])
    notes += _retire(target)
    for half in left_over(target, "new"):
        shutil.rmtree(half, ignore_errors=True)
    return notes


def _flush() -> None:
    """Wait until the disk has what was written; Windows has no such wish for a whole folder."""
    getattr(os, "sync", lambda: None)()


def _is_site(folder: Path) -> bool:
    try:
        return folder.is_dir() and read_record(folder) is not None
    except BadRecord:
        return False


def _rename(source: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.rename(target)


def _retire(target: Path) -> list[Note]:
    """Delete the sites that ``target`` has replaced; a refusal of the machine waits for later."""
    notes = []
    for old in left_over(target, "old"):
        with suppress(OSError):
            _rename(old, hidden(target, "gone"))
    for gone in left_over(target, "gone"):
        with suppress(OSError):
            if left := _discard(gone, target):
                kept = target.with_name(f"{target.name}.kept-{gone.name[-8:]}")
                _rename(gone, kept)
                notes.append(Note("publish.aside", kept, {"names": left}))
    return notes


def _discard(gone: Path, successor: Path) -> list[str]:
    """Delete what the record says and what the successor has, too; gives the paths of the rest."""
    own, new = _record(gone), _record(successor)
    left = []
    for path in sorted(files_below(gone)):
        if path == RECORD:
            continue
        written = path in own.files and is_as_written(gone / path, own.files[path])
        unrecorded = own.owner is None and path in new.files
        if written or unrecorded or is_same(gone / path, successor / path):
            _unlink(gone / path)
        else:
            left.append(path)
    (gone / RECORD).unlink(missing_ok=True)
    for folder, _, _ in os.walk(gone, topdown=False):
        with suppress(OSError):  # not empty
            os.rmdir(folder)
    return left


def _record(folder: Path) -> Record:
    try:
        return read_record(folder) or Record(None)
    except BadRecord:
        return Record(None)


def _unlink(path: Path) -> None:
    try:
        path.unlink()
    except PermissionError:  # Windows deletes nothing that is read-only
        path.chmod(0o600)
        path.unlink()
