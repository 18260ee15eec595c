"""What YAML takes for part of a value, or for a comment, although somebody meant it otherwise.

None of this is an error to YAML: the file is read, and says something else than was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.events import ScalarEvent

from handbook.words.problem import Place, Problem

LINE_BREAK = re.compile("\r\n?|\n")

_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])")  # who means a comment puts a space behind the sign
_ENTRY = re.compile(r"\s*(?:-\s+)*[A-Za-z_][A-Za-z0-9_-]*:(?:\s|$)|\s*-\s")
_WIDE_ENTRY = re.compile(r"\s*(?:-\s+)*[a-z][a-z0-9_-]*[ \t]*：")
_TIGHT_ENTRY = re.compile(r"\s*(?:-\s+)*[a-z][a-z0-9_-]*:[^\s:/]")
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")


def conflicts(lines: list[str], name: str) -> list[Problem]:
    """HB135: the marks that version control leaves where two people changed the same lines.

    One problem for each conflict; a mark that was left over from one is a problem of its own.
    """
    found: list[Problem] = []
    inside = False
    for number, line in enumerate(lines, 1):
        mark = _CONFLICT.match(line)
        if mark is None:
            continue
        if line[0] == "<" or not inside:
            found.append(Problem("HB135", Place(name, number), {"mark": mark[1]}))
        inside = line[0] != ">" and (inside or line[0] == "<")
    return found


def swallowed(event: ScalarEvent, lines: list[str], name: str) -> Iterator[Problem]:
    """Lines that a value over several lines has taken in: a quote, a space or a colon is wrong.

    HB126 for a quote that ends somewhere below, HB122 and HB124 for an entry that is none.
    """
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    if start.line == end.line:
        return
    first = lines[start.line][start.column :]
    rest = [*lines[start.line + 1 : end.line], lines[end.line][: end.column]]
    if event.style in ("'", '"'):
        if any(map(_ENTRY.match, rest)):
            yield Problem("HB126", Place(name, start.line + 1, start.column + 1))
    elif not event.style:
        told = [
            Problem(code, Place(name, start.line + number, found.end()))
            for number, line in enumerate(rest, 2)
            for code, pattern in (("HB122", _WIDE_ENTRY), ("HB124", _TIGHT_ENTRY))
            if (found := pattern.match(line))
        ]
        if told and (also := _WIDE_ENTRY.match(first)):
            yield Problem("HB122", Place(name, start.line + 1, start.column + also.end()))
        yield from told


def cut_off(event: ScalarEvent, lines: list[str], name: str) -> Problem | None:
    """HB134: words behind a plain text that YAML takes for a comment; HB126: half of its quotes."""
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    place = Place(name, start.line + 1, start.column + 1)
    if found := _COMMENT.match(lines[end.line], end.column) if end.line < len(lines) else None:
        if event.value:  # what is empty is told once, not as a value that is missing, too
            place = Place(name, end.line + 1, found.end())
        return Problem("HB134", place, {"text": lines[end.line][found.end() - 1 :][:20]})
    if event.value.endswith('"') and event.value.count('"') % 2:
        return Problem("HB126", place)
    return None
