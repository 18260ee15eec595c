"""The contents of a page: headings that Markdown has seen, and those of printed parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from handbook.engines.mkdocs.stash import Stash
from handbook.pages.blocks import text_of
from handbook.printing.escape import for_html

if TYPE_CHECKING:
    from mkdocs.structure.toc import _TocToken

_DEEPEST = 3  # as mkdocs.yml says for Markdown's own headings


def contents(page: str, toc: Iterable[AnchorLink], stash: Stash) -> TableOfContents:
    """All entries in the order of the page; ``toc`` are Markdown's, ``page`` its HTML."""
    found = [(page.find(f'id="{one.id}"'), one.level, one.id, one.title) for one in _flat(toc)]
    for position, part in stash.found(page):
        for number, heading in enumerate(part.headings):
            if heading.level <= _DEEPEST:
                entry = (heading.level, heading.id, for_html(text_of(heading.line)))
                found.append((position + number, *entry))
    tokens: list[_TocToken] = []
    open_: list[_TocToken] = []
    for _, level, identity, name in sorted(found, key=lambda entry: entry[0]):
        token: _TocToken = {"level": level, "id": identity, "name": name, "children": []}
        while open_ and open_[-1]["level"] >= level:
            open_.pop()
        (open_[-1]["children"] if open_ else tokens).append(token)
        open_.append(token)
    return get_toc(tokens)


def _flat(toc: Iterable[AnchorLink]) -> Iterable[AnchorLink]:
    for one in toc:
        yield one
        yield from _flat(one.children)
