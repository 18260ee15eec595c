"""Printed parts go around Markdown and the search plugin: a mark stands in their place.

What a macro prints is HTML already; Markdown would find markup in the words of the data.
"""

from __future__ import annotations

import html
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.engines.survey import surveyed
from handbook.pages.blocks import Blocks, Heading
from handbook.pages.search.page_text import Part, parts_of

# Nobody can write this into the data: it is new in every run
_TOKEN = secrets.token_hex(8)
_BLOCK = f'<p id="{_TOKEN}-{{}}"></p>'
_INLINE = f"{_TOKEN}x{{}}x"
_MARK = re.compile(rf'<p id="{_TOKEN}-(\d+)"></p>|{_TOKEN}x(\d+)x')
_TAG = re.compile(rf"<[a-z][^<>]*{_TOKEN}x[^<>]*>")


@dataclass(frozen=True, slots=True)
class Printed:
    """A part of a page as HTML, with what engines ask of it.

    ``headings`` are entries of the page's contents, ``ids`` what links may lead to, ``features``
    the scripts that it needs, ``words`` what the search may show.
    """

    html: str
    headings: tuple[Heading, ...] = ()
    ids: frozenset[str] = frozenset()
    features: tuple[str, ...] = ()
    words: tuple[Part, ...] = ()

    @classmethod
    def of(cls, blocks: Blocks, printed: str, words: tuple[Part, ...] | None = None) -> Printed:
        """The part for some blocks; ``words`` if they are known already."""
        found = surveyed(blocks)
        words = parts_of("", blocks) if words is None else words
        return cls(
            printed, tuple(found.headings), frozenset(found.ids), tuple(found.features), words
        )


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

    def plain(self, text: str) -> str:
        """``text`` with the words of its parts instead of them, for what can hold no HTML."""
        return _MARK.sub(lambda mark: " ".join(_lines(self._part(mark))), text)

    def plain_id(self, text: str) -> str:
        """The same without blanks, as ``plain_in_tags`` writes ids."""
        return _MARK.sub(lambda mark: _unbroken(self._part(mark)), text)

    def plain_in_tags(self, page: str) -> str:
        """A page whose ids and other attributes hold words: Markdown has copied marks there."""
        return _TAG.sub(
            lambda tag: _MARK.sub(lambda mark: html.escape(_unbroken(self._part(mark))), tag[0]),
            page,
        )

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
        part = self._part(mark)
        if not mark[1]:
            return html.escape(" ".join(_lines(part)))
        return "".join(map(_section, part.words))


def _section(part: Part) -> str:
    """What the search plugin makes an entry of."""
    title = f'<h2 id="{html.escape(part.anchor)}">{html.escape(part.title)}</h2>'
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in part.lines)
    return (title if part.anchor else "") + lines


def _lines(part: Printed) -> list[str]:
    return [line for one in part.words for line in (one.title, *one.lines) if line]


def _unbroken(part: Printed) -> str:
    """A part's words without blanks, which an id can't have."""
    return "".join("".join(_lines(part)).split())
