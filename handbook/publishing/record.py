"""What we wrote into a site's folder: whose site it is, and every file with its digest.

Only what stands in the record may be deleted when the next site takes the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

RECORD = ".handbook-site"
_FORMAT = 1
_LARGEST = 64 << 20  # bytes; a larger record is not ours


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose site it is; one folder never changes from one owner to another."""

    company: str
    edition: str
    draft: bool

    @property
    def name(self) -> str:
        """What the site's folder is called: company, edition, draft."""
        edition = "" if self.edition == "employee" else f"-{self.edition}"
        return f"{self.company}{edition}{'-draft' if self.draft else ''}"


@dataclass(frozen=True, slots=True)
class Record:
    """``files`` are paths below the folder with their SHA-256.

    Without an ``owner`` it is the empty file of versions that kept no record: nobody knows what
    they wrote.
    """

    owner: Owner | None
    files: Mapping[str, str] = field(default_factory=dict)


class BadRecord(Exception):
    """The record is there, but nobody can tell what it says."""


def read_record(folder: Path) -> Record | None:
    """The record of a site; None if the folder has none. Raises BadRecord and OSError."""
    path = folder / RECORD
    if not path.is_file() or path.is_symlink():
        return None
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError
        text = path.read_bytes()
        return _record(json.loads(text)) if text.strip() else Record(None)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadRecord(str(path)) from error


def _record(said: Any) -> Record:
    files = said["files"]
    owner = Owner(said["company"], said["edition"], said["draft"])
    typed = isinstance(owner.company, str) and isinstance(owner.edition, str)
    typed = typed and isinstance(owner.draft, bool) and isinstance(files, dict)
    if said["format"] != _FORMAT or not typed:
        raise ValueError
    if not all(isinstance(digest, str) for digest in files.values()):
        raise ValueError
    return Record(owner, files)


def write_record(folder: Path, owner: Owner) -> Record:
    """Note every file that lies in ``folder``. Raises OSError."""
    files = {path: digest(folder / path) for path in sorted(files_below(folder)) if path != RECORD}
    said = {
        "format": _FORMAT,
        "company": owner.company,
        "edition": owner.edition,
        "draft": owner.draft,
        "files": files,
    }
    # In ASCII: names that are no text come back as they were
    (folder / RECORD).write_text(json.dumps(said, indent=0) + "\n", encoding="ascii")
    return Record(owner, files)


def files_below(folder: Path) -> Iterator[str]:
    """Everything but folders, as paths with slashes; links are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from (f"{entry.name}/{path}" for path in files_below(Path(entry.path)))
            else:
                yield entry.name


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
