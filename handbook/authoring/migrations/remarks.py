"""Comments and blank lines of a YAML text: taken out, and put back where they belong.

ruamel.yaml ties a comment to what stands above it, so what is removed or moved would take along
the heading of its neighbour. People write a heading above what it is about; so do we read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import yaml

_HEADER = re.compile(r"[|>][-+0-9]*")
Where = Literal["above", "beside", "below"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Lines that say nothing to a program, or one comment at the end of a line.

    ``line`` counts the lines of what is left, from 0; ``indent`` is that line's. ``below`` tells
    lines that are indented like what stands above them: they belong to it.
    """

    lines: tuple[str, ...]
    line: int
    where: Where
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without remarks: those at its head and its end belong to the file itself."""

    text: str
    head: tuple[str, ...]
    remarks: tuple[Remark, ...]
    end: tuple[str, ...]


def taken_out(text: str) -> Bare:
    """Part a text, which must be YAML with ``\\n`` as line ends. Raises yaml.YAMLError."""
    lines = text.removesuffix("\n").split("\n")
    said = _said(text, lines)
    kept: list[str] = []
    remarks: list[Remark] = []
    head: tuple[str, ...] = ()
    waiting: list[str] = []
    for number, line in enumerate(lines):
        if number not in said:
            waiting.append(line)
            continue
        indent = _indent(line)
        if not kept:
            # the file's own heading ends with a blank line, or there is none of the first entry
            cut = max((n for n, one in enumerate(waiting, 1) if not one.strip()), default=None)
            cut = len(waiting) if cut is None else cut
            head, waiting = tuple(waiting[:cut]), waiting[cut:]
        below = max((n for n, one in enumerate(waiting, 1) if _indent(one) > indent), default=0)
        if below and kept:
            remarks.append(Remark(tuple(waiting[:below]), len(kept) - 1, "below"))
            waiting = waiting[below:]
        if waiting:
            remarks.append(Remark(tuple(waiting), len(kept), "above", indent))
        waiting = []
        end = said[number]
        beside = end is not None and bool(line[end:].strip())
        if beside:
            remarks.append(Remark((line[end:],), len(kept), "beside"))
        kept.append(line[:end] if beside else line)
    return Bare("\n".join(kept) + "\n", head, tuple(remarks), tuple(waiting))


def put_back(
    text: str, head: Iterable[str], placed: Mapping[int, Iterable[Remark]], end: Iterable[str]
) -> str:
    """``text`` with remarks; ``placed`` tells them by the line, from 0, that they belong to.

    What is ``below`` stands below that line.
    """
    lines = [*head]
    for number, line in enumerate(text.removesuffix("\n").split("\n")):
        own = [*placed.get(number, ())]
        for remark in own:
            if remark.where == "above":
                shift = _indent(line) - remark.indent
                lines += [_shifted(one, shift) for one in remark.lines]
        lines.append(line + "".join(r.lines[0] for r in own if r.where == "beside"))
        lines += [one for r in own if r.where == "below" for one in r.lines]
    return "\n".join([*lines, *end]) + "\n"


def _said(text: str, lines: list[str]) -> dict[int, int | None]:
    """The lines that say something, and where each ends; None in the middle of a value."""
    said: dict[int, int | None] = {}
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start, end = token.start_mark, token.end_mark
        if start.index == end.index:
            continue
        last, column = end.line, end.column
        style = token.style if isinstance(token, yaml.ScalarToken) else None
        if style in ("|", ">"):
            header = _HEADER.match(lines[start.line], start.column)
            assert header is not None
            last, column = (last, len(lines[last])) if column else (last - 1, 0)
            while last > start.line and not lines[last].strip() and "+" not in header[0]:
                last -= 1
            said |= dict.fromkeys(range(start.line + 1, last + 1))
            said[start.line] = header.end()
        else:
            said |= dict.fromkeys(range(start.line, last))
            said[last] = column
    return said


def _indent(line: str) -> int:
    """How far a line is indented; a blank one is not."""
    return len(line) - len(line.lstrip(" ")) if line.strip() else 0


def _shifted(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[min(-by, _indent(line)) :]
