"""base.lock: what of the base a company has accepted, with its words, written by the program.

A line a thing: kind, id, fingerprint, and the thing as the base had it, as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from handbook.model.base import Key
from handbook.reading.data_format import FORMAT
from handbook.reading.folder import Entry, content_of
from handbook.reading.node import MapNode, Plain, plain
from handbook.words.problem import Place, Problem, Severity

# A lock of another format serves nobody, but does no harm
SEVERITY: dict[str, Severity] = {"HB323": "warning"}
LOCK = "base.lock"
MAX_BYTES = 10_000_000
_HEAD = "format"
_FIRST_LINE = re.compile(rf"{_HEAD} [0-9]+")
Accepted = Mapping[Key, str]  # things as JSON


def said(node: MapNode) -> str:
    """What a thing says, as one line that is the same for the same data."""
    return json.dumps(plain(node), ensure_ascii=False, sort_keys=True, default=str)


def lock_text(things: Mapping[Key, MapNode]) -> str:
    """The whole file for these things."""
    lines = [f"{_HEAD} {FORMAT}"]
    for (kind, identity), node in sorted(things.items()):
        text = said(node)
        lines.append(f"{kind} {identity} {_fingerprint(text)} {text}")
    return "\n".join(lines) + "\n"


def read_lock(entry: Entry) -> tuple[Accepted | None, list[Problem]]:
    """What was accepted; None, and why, if the file can't be used."""
    if entry.problem:
        return None, [entry.problem]
    try:
        head, *lines = content_of(entry.path, MAX_BYTES).decode().rstrip("\n").split("\n")
        if not _FIRST_LINE.fullmatch(head):
            raise ValueError(head)
        if head != f"{_HEAD} {FORMAT}":
            return None, [Problem("HB323", Place(entry.name, 1), severity=SEVERITY["HB323"])]
        return dict(map(_read_line, lines)), []
    except (OSError, ValueError):
        return None, [Problem("HB322", Place(entry.name, 1))]


def thing_of(text: str) -> Plain:
    """A thing as it was accepted; days are strings."""
    found: Plain = json.loads(text)
    return found


def _read_line(line: str) -> tuple[Key, str]:
    """Raises ValueError for a line that the program did not write."""
    kind, identity, fingerprint, text = line.split(" ", 3)
    if fingerprint != _fingerprint(text) or not isinstance(json.loads(text), dict):
        raise ValueError(line)
    return (kind, identity), text


def _fingerprint(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
