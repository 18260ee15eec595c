"""What is told about a site's folder: why it can't take a site, what was kept or repaired."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handbook.words.facts import told

_NAMED = 5  # paths that a sentence names; all are counted


@dataclass(frozen=True, slots=True)
class Note:
    """``key`` is the catalogue's; ``facts`` fill its places, a list of paths as ``names``."""

    key: str
    path: Path
    facts: dict[str, Any] = field(default_factory=dict)

    def message(self, lang: str) -> str:
        """The sentence, harmless for a terminal."""
        facts = {"path": self.path, **self.facts}
        if names := self.facts.get("names"):
            more = ["…"] if len(names) > _NAMED else []
            facts |= {"names": [*names[:_NAMED], *more], "n": len(names)}
        return told(self.key, lang, **facts)


class CannotPublish(Exception):
    """The folder can't take the site; the note says why and what to do."""

    def __init__(self, key: str, path: Path, **facts: Any) -> None:
        super().__init__(key)
        self.note = Note(key, path, facts)

    @property
    def key(self) -> str:
        """The catalogue's reason."""
        return self.note.key


def reason_of(error: OSError) -> str:
    """What the machine says, and of which file."""
    reason = error.strerror or str(error)
    name = error.filename
    return f"{os.fsdecode(name)}: {reason}" if isinstance(name, (str, bytes)) else reason


def refusal(key: str, path: Path, error: OSError) -> CannotPublish:
    """What to raise where the machine refuses."""
    return CannotPublish(key, path, reason=reason_of(error))


@contextmanager
def telling(key: str, path: Path) -> Iterator[None]:
    """Turn the machine's refusals into CannotPublish."""
    try:
        yield
    except OSError as error:
        raise refusal(key, path, error) from error
