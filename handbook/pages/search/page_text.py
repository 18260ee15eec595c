"""What the search may show of a page: its words, part by part, taken from its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from handbook.pages.blocks import Block, Blocks, Heading, Line, Pattern, inside, text_of


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading, line by line; the page's own part has no ``anchor``."""

    anchor: str
    title: str
    lines: tuple[str, ...]


def parts_of(title: str, blocks: Blocks) -> tuple[Part, ...]:
    """The parts of a page in reading order; a heading with an id begins one."""
    found: list[tuple[str, str, list[str]]] = [("", title, [])]
    for one in _searched(blocks):
        if isinstance(one, Heading):
            if one.id:
                found.append((one.id, _words(one.line), []))
                continue
            line = one.line
        else:
            line = one
        found[-1][2].extend(filter(None, map(_plain, text_of(line).split("\n"))))
    return tuple(Part(anchor, name, tuple(lines)) for anchor, name, lines in found)


def _searched(blocks: Blocks) -> Iterator[Heading | Line]:
    for block in blocks:
        if getattr(block, "searched", True) and not isinstance(block, Pattern):
            yield from _of(block)


def _of(block: Block) -> Iterator[Heading | Line]:
    if isinstance(block, Heading):
        yield block
        return
    for part in inside(block):
        if part and isinstance(part[0], Block):
            yield from _searched(part)
        elif part:
            yield cast("Line", part)


def _words(line: Line) -> str:
    return _plain(text_of(line))


def _plain(text: str) -> str:
    return " ".join(text.split())
