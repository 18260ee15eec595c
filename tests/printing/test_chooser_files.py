"""The files that the chooser's script reads."""

from __future__ import annotations

import json

from handbook.company.book import Handbook
from handbook.pages.writer import Writer
from handbook.printing.chooser_files import files
from handbook.printing.html import HtmlPrinter


def test_both_files_hold_the_same_finished_html(book: Handbook) -> None:
    found = files(Writer(book, "zh"), HtmlPrinter("zh", root="../"))
    assert list(found) == ["compare/roles.json", "compare/roles.js"]
    text, script = found.values()
    assert script.count(text) == 1
    data = json.loads(text)
    assert list(data) == ["roles", "duties", "requirements", "raises", "grows", "ways"]
    assert data["roles"]["junior"]["duties"] == ["answer-calls"]
    assert 'href="../roles/junior/index.html"' in data["roles"]["junior"]["html"]
    assert data["requirements"]["patience-2"]["html"].startswith("<p>在压力下仍能耐心倾听</p>")
    assert data["ways"]["junior--senior"].startswith('<section class="hb-card hb-next">')


def test_a_number_that_is_asked_is_named_and_written(real_books: dict[str, Handbook]) -> None:
    book = real_books["xingqiao-retail"]
    text = files(Writer(book, "zh"), HtmlPrinter("zh", root="../"))["compare/roles.json"]
    asked = json.loads(text)["requirements"]["tenure-junior"]
    assert asked["figure"] == "category.tenure"
    assert asked["value"].startswith('<span class="hb-value"')
    assert asked["label"]
