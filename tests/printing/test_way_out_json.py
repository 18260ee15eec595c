"""The JSON of a page is complete: the visible text of its HTML can be rebuilt from it alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from handbook.company.book import Handbook
from handbook.pages.listing import Edition, pages_of
from handbook.printing.html import HtmlPrinter
from handbook.printing.ways_out.json import page_json

UNSEEN = ("script", "template", "svg")
ZOOM = ("full", "source")


def rebuilt(value: Any) -> Iterator[str]:
    """Every visible text of a page's JSON, in reading order."""
    if isinstance(value, list):
        for item in value:
            yield from rebuilt(item)
    if not isinstance(value, dict):
        return
    kind = value["is"]
    if kind in ("Words", "Shown", "Code"):
        yield value["text"]
    elif kind == "Figure":
        tools = value["tools"]
        yield from (tools["full"], tools["source"], value["source"], "−", "+")
        yield from (tools["zoom-fit"], tools["zoom-close"])
    elif kind == "Choices":
        yield from rebuilt(value["label"])
        yield from (words for _, options in value["groups"] for _, words in options)
    elif kind not in ("Pattern", "Data"):
        first = [value[name] for name in ("title", "summary") if name in value]
        rest = [held for name, held in value.items() if name not in ("title", "summary")]
        yield from rebuilt([*first, *(held for held in rest if isinstance(held, list))])


class Text(HTMLParser):
    """The text of HTML that people can see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN or dict(attrs).get("class") == "headerlink":
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.found.append(data)


def squeezed(texts: list[str]) -> str:
    return "".join("".join(texts).split())


@pytest.mark.parametrize(("lang", "edition"), [("zh", "hr"), ("en", "employee")])
def test_the_text_of_every_page_stands_in_its_json(
    filled_books: dict[str, Handbook], lang: str, edition: Edition, tmp_path_factory: Any
) -> None:
    drawings = Path(tmp_path_factory.getbasetemp()) / "drawings"
    for book in filled_books.values():
        for page in pages_of(book, lang, edition):
            printer = HtmlPrinter(lang, "../" * page.path.count("/"), drawings)
            seen = squeezed(Text(str(printer.blocks(page.view))).found)
            assert seen, page.path
            assert squeezed(list(rebuilt(json.loads(page_json(page))["blocks"]))) == seen, page.path


def test_what_has_its_usual_value_is_left_out(book: Handbook) -> None:
    (page,) = (p for p in pages_of(book, "zh") if p.kind == "glossary")
    first = json.loads(page_json(page))["blocks"][0]
    assert first["is"] == "Section"
    assert {"searched", "hidden", "feature"}.isdisjoint(first)
