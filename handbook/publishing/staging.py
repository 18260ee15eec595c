"""Where a site goes: built aside, then put in place of the old one; nothing of others is lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from handbook.publishing.contents import carry, contents
from handbook.publishing.notes import CannotPublish, Note, refusal, telling
from handbook.publishing.place import owned, refuse_changed, refuse_place
from handbook.publishing.record import RECORD, Owner, Record, files_below, write_record
from handbook.publishing.swap import hidden, recover, swap
from handbook.publishing.unfinished import locked, noted

# What the machine says when there is no room for more
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
_OTHERS = ("CNAME",)  # besides names that begin with a dot: never ours, in no version


@dataclass(slots=True)
class Staging:
    """``folder`` is where to build, for ``target``; ``notes`` grow until the site is there."""

    folder: Path
    target: Path
    notes: list[Note] = field(default_factory=list)


@contextmanager
def staged(target: Path, owner: Owner, sources: Iterable[Path] = ()) -> Iterator[Staging]:
    """A folder to build in; it takes the place of ``target`` if the block ends well.

    Whatever happens inside, the old site stays whole. Two builds into one place exclude each
    other. What others laid into the old site lies in the new one, too. Raises CannotPublish:
    the place is taken, would cover one of the ``sources``, or can't be written.
    """
    target = target.resolve()
    refuse_place(target, sources)
    with telling("publish.denied", target):
        target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target), noted(target):
        with telling("publish.denied", target):
            notes = recover(target)
        record = _sound(target, owner)
        aside = hidden(target, "new")
        try:
            with telling("publish.denied", target):
                aside.mkdir()
            staging = Staging(aside, target, notes)
            with building(aside, target):
                yield staging
            new = _sealed(aside, target, owner)
            notes += _joined(aside, new, target, record)
            with telling("publish.denied", target):
                notes += swap(aside, target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def is_of_output(error: OSError, folder: Path) -> bool:
    """Whether the disk is full or a file below ``folder`` can't be written: no other mistake."""
    name = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else ""
    return error.errno in _FULL or (bool(name) and folder in Path(name).parents)


@contextmanager
def building(aside: Path, target: Path) -> Iterator[None]:
    """Turn what keeps ``aside`` from being written into CannotPublish for ``target``."""
    try:
        yield
    except OSError as error:
        if is_of_output(error, aside):
            raise refusal("publish.denied", target, error) from error
        raise


def _sound(target: Path, owner: Owner) -> Record | None:
    """The record of the old site, of which nobody has changed anything."""
    with telling("publish.unreadable", target):
        record = owned(target, owner)
        if record is not None:
            refuse_changed(target, contents(target, record).changed)
        return record


def _sealed(aside: Path, target: Path, owner: Owner) -> Record:
    with telling("publish.denied", target):
        return write_record(aside, owner)


def _joined(aside: Path, new: Record, target: Path, record: Record | None) -> list[Note]:
    """Let what others laid into the old site lie in the new one."""
    if record is None:
        return []
    with telling("publish.unreadable", target):
        found = contents(target, record)
        refuse_changed(target, found.changed)
        if record.owner is None:
            found.foreign = _surely_foreign(target, new)
    with telling("publish.denied", target):
        if homeless := carry(found.foreign, target, aside):
            raise CannotPublish("publish.no-place", target, names=homeless)
        shutil.copymode(target, aside)
    return [Note("publish.kept", target, {"names": found.foreign})] if found.foreign else []


def _surely_foreign(target: Path, new: Record) -> list[str]:
    """In a site without a record: what we never write. Raises CannotPublish for what we might."""
    others = [p.name for p in target.iterdir() if p.name.startswith(".") or p.name in _OTHERS]
    unknown = [p for p in files_below(target) if p.partition("/")[0] not in others]
    if unknown := sorted(set(unknown) - set(new.files)):
        raise CannotPublish("publish.unknown", target, names=unknown)
    return sorted(set(others) - {RECORD})
