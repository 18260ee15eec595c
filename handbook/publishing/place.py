"""Where a site may go: not over what it is made of, not into another site."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from handbook.publishing.notes import CannotPublish
from handbook.publishing.record import RECORD, BadRecord, Owner, Record, read_record


def refuse_place(target: Path, sources: Iterable[Path]) -> None:
    """Raise CannotPublish if ``target`` would cover a source, or lie in one or in another site."""
    for source in sources:
        if _lies_in(target, source) or _lies_in(source, target):
            raise CannotPublish("publish.source", target, source=source)
    for parent in target.parents:
        if (parent / RECORD).is_file():
            raise CannotPublish("publish.inside", target, site=parent)


def _lies_in(inner: Path, outer: Path) -> bool:
    """Whether ``inner`` is ``outer`` or below it, by whatever names."""
    for path in (inner, *inner.parents):
        with suppress(OSError):
            if path.samefile(outer):
                return True
    return outer in (inner, *inner.parents)


def owned(target: Path, owner: Owner) -> Record | None:
    """The record of the site that ``owner`` has in ``target``; None if nothing is there.

    Raises CannotPublish if something else is there, and OSError.
    """
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return None
    try:
        record = read_record(target) if target.is_dir() else None
    except BadRecord as error:
        raise CannotPublish("publish.record", target, record=target / RECORD) from error
    if record is None:
        raise CannotPublish("publish.foreign", target)
    if record.owner not in (None, owner):
        raise CannotPublish("publish.other", target, owner=record.owner.name)
    return record


def refuse_changed(target: Path, changed: Collection[str]) -> None:
    """Raise CannotPublish if files of ours would lose what somebody wrote into them."""
    if changed:
        raise CannotPublish("publish.changed", target, names=sorted(changed))
