"""Links of hand-written pages: each must lead to a file of the site and, there, to a place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from handbook.reading.docs import WrittenPage
from handbook.words.near import Guesses
from handbook.words.problem import Place, Problem

_LEADING = {"href", "src"}
_LINK = r"""(?:[(<"'=]|\]:\s*)({})(?=[)>"'\s]|$)"""  # in Markdown and in HTML
_ADDRESSES = {"a", "img", "source", "video", "audio", "iframe", "embed", "area", "link", "script"}


@dataclass(slots=True)
class Linked:
    """What a page's own HTML links to, and the ids that others may link to."""

    to: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def linked(html: str) -> Linked:
    """Read the HTML of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


def broken(
    page: WrittenPage,
    built: str,
    links: Collection[str],
    files: Collection[str],
    ids: Callable[[str], Collection[str] | None],
    guesses: Guesses,
) -> Iterator[Problem]:
    """HB913 to HB915: links that lead nowhere; ``built`` is the page's own file in the site.

    ``files`` are all of the site, ``ids`` gives those of a page by its file, None where nobody
    knows them.
    """
    for link in dict.fromkeys(links):
        try:
            parts = urlsplit(link)
        except ValueError:  # brackets where a host should stand
            yield Problem("HB913", _place(page, link), {"link": link})
            continue
        path, anchor = unquote(parts.path), unquote(parts.fragment)
        if parts.scheme or parts.netloc:
            continue
        if path.startswith(("/", "\\")):
            yield Problem("HB914", _place(page, link), {"link": link})
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(built), path))
        target = target if path else built
        if target not in files:
            near = guesses.near(target, dict.fromkeys(files))
            meant = tuple(posixpath.relpath(one, posixpath.dirname(built) or ".") for one in near)
            yield Problem("HB913", _place(page, link), {"link": link}, meant)
        elif anchor and (there := ids(target)) is not None and anchor not in there:
            typed = f"{parts.path.removesuffix('.html')}.md#{parts.fragment}"  # before MkDocs
            place = _place(page, link, typed, f"#{parts.fragment}")
            meant = guesses.near(anchor, there)
            yield Problem("HB915", place, {"anchor": anchor, "page": target}, meant)


def _place(page: WrittenPage, *texts: str) -> Place:
    """The first line of the file that holds one of ``texts``, its first where none does."""
    for text in (*texts, *map(unquote, texts)):
        whole = re.search(_LINK.format(re.escape(text)), page.text)
        if (start := whole.start(1) if whole else page.text.find(text)) >= 0:
            line = page.text.count("\n", 0, start) + 1
            return Place(page.place.file, line, start - page.text.rfind("\n", 0, start))
    return page.place


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Linked()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (name == "name" and tag == "a"):
                self.found.ids.add(value)
            elif name in _LEADING and tag in _ADDRESSES:
                self.found.to.append(value.strip())
