"""For people: ``file:line:column: CODE message``, below it the line of the file and a caret."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from handbook.checks.check_all import Reported
from handbook.checks.together import number, together
from handbook.reading.folder import TooLarge, content_of
from handbook.words.catalogue import say
from handbook.words.problem import Problem
from handbook.words.terminal import clean, columns

_INDENT = " " * 4
_LINE_BREAK = re.compile("\r\n?|\n")
_WIDEST = 100  # columns of the source line that are shown
_BEFORE = 60  # of these before the caret, when the line is cut
_NEAR = 400  # characters on each side of the caret that are looked at: a file may be one line
LISTED = 200  # findings that are printed: nobody reads more at once


def as_text(found: tuple[Reported, ...], lang: str) -> str:
    """The findings that are not accepted, file by file, with an empty line between two files.

    Of very many only LISTED, errors before warnings, and how many more there are. After them what
    was not checked, a line each.
    """
    _lines_of.cache_clear()
    told = [one.problem for one in found if one.problem.accepted is None]
    problems = [problem for problem in told if not problem.unchecked]
    unchecked = together(told)
    files = groupby(most_telling(problems), key=lambda problem: problem.place.file)
    texts = ["\n".join(_told(problem, lang) for problem in of_one) for _, of_one in files]
    if (rest := len(problems) - LISTED) > 0:
        texts.append(say("cli.more", lang, n=rest))
    if unchecked:
        texts.append("\n".join(one.line(lang) for one in unchecked[:LISTED]))
    if rest := number(unchecked[LISTED:]):
        texts.append(say("cli.more-unchecked", lang, n=rest))
    return "\n\n".join(texts)


def most_telling(problems: Sequence[Problem]) -> list[Problem]:
    """The LISTED ones that are printed, errors before warnings, in the order that they have."""
    numbers = sorted(range(len(problems)), key=lambda number: not problems[number].blocks)
    return [problems[number] for number in sorted(numbers[:LISTED])]


def _told(problem: Problem, lang: str) -> str:
    mark = say("severity.warning", lang) if problem.severity == "warning" else ""
    lines = [problem.line(lang)]
    if source := _source(problem):
        text, before = source
        lines += [f"{_INDENT}{text}", f"{_INDENT}{' ' * before}^ {mark}".rstrip()]
    elif mark:
        lines.append(f"{_INDENT}{mark}")
    return "\n".join(lines)


def _source(problem: Problem) -> tuple[str, int] | None:
    """The line of a finding, cut where it is long, and how many columns stand before the caret."""
    lines, place = _lines_of(problem.place.file), problem.place
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return None
    caret = place.column - 1
    first = max(0, caret - _NEAR)
    line = clean(lines[place.line - 1][first : caret + _NEAR])
    before, after = line[: caret - first], line[caret - first :]
    if first or (columns(before) > _BEFORE and columns(line) > _WIDEST):
        before = "…" + _fitting(before[::-1], _BEFORE)[::-1]
    before = before if before.startswith("…") else before.removeprefix(_blank(line))
    rest = _fitting(after, _WIDEST - columns(before))
    return before + rest + ("…" if len(rest) < len(after) else ""), columns(before)


def _blank(line: str) -> str:
    """The indent of a line, which is not printed."""
    return line[: len(line) - len(line.lstrip(" "))]


def _fitting(text: str, width: int) -> str:
    """The beginning of a text that fits into so many columns."""
    taken = ""
    for character in text[:width]:
        width -= columns(character)
        if width < 0:
            break
        taken += character
    return taken


@cache
def _lines_of(name: str) -> list[str]:
    """A file's lines; none if it can't be read."""
    try:
        return _LINE_BREAK.split(content_of(Path(name)).decode("utf-8-sig", "replace"))
    except (OSError, TooLarge):  # what is refused is not printed either
        return []
