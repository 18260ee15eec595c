"""What can still be told of a file that can't be read: its sound items, and the rest's words.

One mistake in a list of a hundred things must not make the other ninety-nine unknown: whatever
names them would be told as wrong, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from handbook.reading.folder import TooLarge, content_of
from handbook.reading.node import ListNode, MapNode, Node
from handbook.reading.source import parse, without_unseen
from handbook.reading.swallowed import LINE_BREAK
from handbook.words.problem import Place, Problem

_WORD = re.compile(r"[A-Za-z0-9_-]+")
_FIELD = re.compile("[A-Za-z_]")
_ID = re.compile(r"\bid\s*[:：]?\s*[\"'&!]*[a-z]")
_MOST = 50  # broken items that are told beside the first
# What concerns the file as a whole, and would be told of each half once more
_OF_THE_FILE = ("HB102", "HB110", "HB135")


@dataclass(slots=True)
class Rescued:
    """``items`` can be read by themselves; ``words`` are those of all else, None if unknown.

    ``nameless``: of one item not even the id can be made out. ``problems`` are those of other
    items than the one that made the file unreadable.
    """

    items: list[MapNode] = field(default_factory=list)
    nameless: bool = False
    words: frozenset[str] | None = None
    problems: list[Problem] = field(default_factory=list)


def words_of_file(path: Path) -> frozenset[str] | None:
    """Every word that may be an id or a field; None if the file can't be opened or has none."""
    text = _text(path)
    return (_words(text) or None) if text is not None else None


def rescue(path: Path, name: str, known: Collection[Problem]) -> Rescued:
    """Go through a file item by item; each must begin at the left margin.

    ``known`` is why the file as a whole can't be read.
    """
    text, found = _text(path), Rescued()
    if text is None:
        return found
    lines = LINE_BREAK.split(text)
    starts = [number for number, line in enumerate(lines) if line.startswith("- ")]
    rest = ["\n".join(lines[: starts[0]] if starts else lines)]
    told = {problem.place.line - 1 for problem in known}
    left = 0 if any(problem.code in _OF_THE_FILE for problem in known) else _MOST
    for start, end in pairwise([*starts, len(lines)]):
        part = "\n".join(lines[start:end])
        root, problems = parse(part, name, above=start)
        sound = not problems and "\ufffd" not in part
        only = root.items if isinstance(root, ListNode) and sound else ()
        if len(only) == 1 and isinstance(only[0], MapNode):
            found.items.append(only[0])
            continue
        rest.append(part)
        found.nameless |= not _ID.search(without_unseen(part))
        if left and told.isdisjoint(range(start, end)):
            left -= 1
            found.problems += problems
    if any(problem.code == "HB104" for problem in known):  # it may have held anything
        return found
    words = _words("\n".join(rest))
    found.words = words or (frozenset() if found.items else None)
    if any(problem.code == "HB135" for problem in known):  # both sides have the same things
        found.items = list({item.text("id"): item for item in found.items}.values())
    return found


def rescue_fields(path: Path, name: str) -> MapNode | None:
    """The fields at the left margin that can be read by themselves; None if there are none."""
    text = _text(path)
    lines = LINE_BREAK.split(text) if text is not None else []
    starts = [number for number, line in enumerate(lines) if _FIELD.match(line)]
    entries: dict[str, Node] = {}
    keys: dict[str, Place] = {}
    for start, end in pairwise([*starts, len(lines)]):
        part = "\n".join(lines[start:end])
        root, problems = (None, []) if "\ufffd" in part else parse(part, name, above=start)
        if isinstance(root, MapNode) and not problems:
            entries |= root.entries
            keys |= root.keys
    return MapNode(entries, keys, next(iter(keys.values()))) if keys else None


def _text(path: Path) -> str | None:
    """The text as far as it can be made out."""
    try:
        return content_of(path).decode("utf-8-sig", "replace")
    except (OSError, TooLarge):
        return None


def _words(text: str) -> frozenset[str]:
    plain = "\n".join(line for line in LINE_BREAK.split(text) if not line.lstrip().startswith("#"))
    return frozenset(_WORD.findall(without_unseen(plain).replace("\ufffd", "")))
