"""Printed parts go around Markdown and the search plugin: a mark stands in their place.

What a macro prints is HTML already; Markdown would find markup in the words of the data.
"""

from __future__ import annotations

import html
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.pages.blocks import Blocks, Fold, Heading, Section
from handbook.pages.search.page_text import Part, parts_of

# Nobody can write this into the data: it is new in every run and never reaches a page
_TOKEN = secrets.token_hex(8)
_BLOCK = f'<p id="{_TOKEN}-{{}}"></p>'
_INLINE = f"{_TOKEN}x{{}}x"
_MARK = re.compile(rf'<p id="{_TOKEN}-(\d+)"></p>|{_TOKEN}x(\d+)x')


@dataclass(frozen=True, slots=True)
class Printed:
    """A part of a page as HTML, with what engines ask of it: headings, and words to search."""

    html: str
    headings: tuple[Heading, ...] = ()
    words: tuple[Part, ...] = ()

    @classmethod
    def of(cls, blocks: Blocks, printed: str, words: tuple[Part, ...] | None = None) -> Printed:
        """The part for some blocks; ``words`` if they are known already."""
        words = parts_of("", blocks) if words is None else words
        return cls(printed, tuple(headings_in(blocks)), words)


class Stash:
    """The printed parts of one build, by number."""

    def __init__(self) -> None:
        self._parts: list[Printed] = []

    def block(self, part: Printed) -> str:
        """Markdown for a part that stands by itself."""
        return f"\n\n{_BLOCK.format(self._keep(part))}\n\n"

    def inline(self, part: Printed) -> str:
        """Markdown for a part inside a line."""
        return _INLINE.format(self._keep(part))

    def found(self, page: str) -> Iterator[tuple[int, Printed]]:
        """The parts that stand in a page, with their positions."""
        for mark in _MARK.finditer(page):
            yield mark.start(), self._part(mark)

    def for_search(self, page: str) -> str:
        """A page as the search plugin should see it: the words of each part."""
        return _MARK.sub(self._words, page)

    def put_back(self, page: str) -> str:
        """A page as people see it."""
        return _MARK.sub(lambda mark: self._part(mark).html, page)

    def _part(self, mark: re.Match[str]) -> Printed:
        return self._parts[int(mark[1] or mark[2])]

    def _keep(self, part: Printed) -> int:
        self._parts.append(part)
        return len(self._parts) - 1

    def _words(self, mark: re.Match[str]) -> str:
        words = self._part(mark).words
        lines = " ".join(line for part in words for line in (part.title, *part.lines) if line)
        return f"<p>{html.escape(lines)}</p>" if mark[1] else html.escape(lines)


def headings_in(blocks: Blocks) -> Iterator[Heading]:
    """The headings that are entries of a page's contents, in reading order."""
    for block in blocks:
        if isinstance(block, Heading):
            if block.id:
                yield block
        elif isinstance(block, Section | Fold):
            yield from headings_in(block.blocks)
