"""Text of the data is text wherever it is printed: never HTML, template, Markdown or Mermaid."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import Searches, Tab, page_of, things_with_pages
from building import COMPANIES, DATA, Built, Document, build_all, document, squeezed
from hostile import HOSTILE, VALUE, poison
from playwright.sync_api import expect

from handbook.model.base import walk
from handbook.text import Text
from handbook.tree import Key
from handbook.wording import name_of, plain_text

COMPANY = "xingqiao-retail"
ADDRESSES = ("href", "src", "srcset", "xlink:href", "action", "formaction", "data", "poster")


@pytest.fixture(scope="module")
def hostile_sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    folder = tmp_path_factory.mktemp("hostile")
    data = Path(shutil.copytree(DATA, folder / "policy_data"))
    poison(data)
    return build_all(data, folder / "out")


@pytest.fixture(scope="module")
def hostile(hostile_sites: dict[str, Built]) -> Built:
    return hostile_sites[COMPANY]


@pytest.fixture(scope="module")
def ordinary_sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The same from a copy that is not spoilt: outside the project, pages have no edit link."""
    folder = tmp_path_factory.mktemp("ordinary")
    return build_all(Path(shutil.copytree(DATA, folder / "policy_data")), folder / "out")


@pytest.fixture(scope="module")
def ordinary(ordinary_sites: dict[str, Built]) -> Built:
    return ordinary_sites[COMPANY]


def outline(page: Document) -> list[tuple[str, tuple[str, ...]]]:
    """Elements and the names of their attributes, without line breaks and what charts draw."""
    return [
        (element.tag, tuple(sorted(element.attributes)))
        for element in page.elements
        if element.tag != "br" and not {"svg", "pre"} & set(element.within)
    ]


def test_every_hostile_text_is_somebodys_name(hostile: Built) -> None:
    names = [name_of(hostile.book, *key, "zh") for key in hostile.book.things]
    for text in HOSTILE:
        assert any(text in name for name in names), text


@pytest.mark.parametrize("company", COMPANIES)
def test_hostile_text_adds_no_element_and_no_attribute(
    company: str, hostile_sites: dict[str, Built], ordinary_sites: dict[str, Built]
) -> None:
    hostile, ordinary = hostile_sites[company], ordinary_sites[company]
    assert hostile.pages.keys() == ordinary.pages.keys()
    for name, page in hostile.pages.items():
        assert outline(page) == outline(ordinary.pages[name]), name


def test_nothing_runs_and_nothing_loads(hostile: Built, ordinary: Built) -> None:
    for name, page in hostile.pages.items():
        for element in page.elements:
            for attribute, value in element.attributes.items():
                assert not attribute.startswith("on"), (name, element)
                if attribute in ADDRESSES:
                    address = squeezed(value).lower()
                    harmless = address == "javascript:void(0)"
                    assert harmless or not address.startswith(("javascript:", "data:", "vbscript:"))
        assert len(page.all("script")) == len(ordinary.pages[name].all("script"))
        assert {"img", "iframe", "object", "embed", "form"} & {e.tag for e in page.elements} <= {
            e.tag for e in ordinary.pages[name].elements
        }
        drawn = {e.tag for e in page.elements if "svg" in e.within}
        assert drawn <= {
            "g", "path", "rect", "polygon", "circle", "text", "tspan", "a", "title", "desc",
            "defs", "marker", "style", "line", "ellipse",
        }  # fmt: skip


def texts_on_page(built: Built, key: Key) -> Iterator[str]:
    """What a thing's own page prints of it, as plain characters."""
    for path, value in walk(built.book.things[key]):
        if isinstance(value, Text):
            yield f"{path}", plain_text(value, built.book, "zh")


def test_pages_show_texts_as_typed(hostile: Built) -> None:
    for key in things_with_pages(hostile.book):
        page = hostile.pages[page_of(key)]
        name = " ".join(name_of(hostile.book, *key, "zh").split())
        assert page.all("h1")[0].text.rstrip("¶").strip() == name
        assert page.all("title")[0].text.startswith(name)
        shown = squeezed(page.text)
        for path, text in texts_on_page(hostile, key):
            assert squeezed(text) in shown, (key, path)
    start = squeezed(hostile.pages["index.html"].text)
    for key in things_with_pages(hostile.book):
        assert squeezed(name_of(hostile.book, *key, "zh")) in start


def test_navigation_contents_and_descriptions_show_names_as_typed(hostile: Built) -> None:
    for kind in ("role", "process", "policy", "form", "script", "department"):
        keys = [key for key in things_with_pages(hostile.book) if key[0] == kind]
        page = hostile.pages[page_of(keys[0])]
        links = {squeezed(e.text) for e in page.all("a") if "nav" in e.within}
        for key in keys:
            assert squeezed(name_of(hostile.book, *key, "zh")) in links, key
        meta = next(e for e in page.all("meta") if e.attributes.get("name") == "description")
        summary = plain_text(getattr(hostile.book.things[keys[0]], "summary"), hostile.book, "zh")  # noqa: B009
        assert squeezed(meta.attributes["content"]) == squeezed(summary)
    policy = next(iter(hostile.book.policies.values()))
    contents = [squeezed(e.text) for e in hostile.pages[page_of(("policy", policy.id))].all("a")]
    for chapter in policy.chapters:
        name = squeezed(plain_text(chapter.name, hostile.book, "zh"))
        assert sum(text.endswith(name) for text in contents) >= 1, name


def test_charts_show_labels_as_typed(hostile: Built) -> None:
    for process in hostile.book.processes.values():
        page = hostile.pages[page_of(("process", process.id))]
        drawn = squeezed("".join(svg.text for svg in page.all("svg")))
        outcomes = [outcome.label for step in process.steps for outcome in step.outcomes]
        for label in (*(node.name for node in process.nodes), *outcomes):
            text = squeezed(plain_text(label, hostile.book, "zh"))
            # The one that test_mermaid_drawing.py marks as known
            assert text in drawn or html.unescape(text) in drawn


def test_values_are_not_looked_into(hostile: Built) -> None:
    shown = squeezed(hostile.pages["scripts/enquiry-call/index.html"].text)
    assert squeezed(VALUE) in shown


def test_search_index_holds_text_only(hostile: Built, ordinary: Built) -> None:
    index = json.loads(hostile.files["search/search_index.json"])
    allowed = {"p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"}
    allowed |= {"br", "strong", "blockquote", "span", "div", "section", "h3", "h4", "h5", "caption"}
    for entry in index["docs"]:
        for part in ("title", "text"):
            for element in document(entry[part]).elements:
                assert element.tag in allowed, (entry["location"], part, element)
                assert not element.attributes, (entry["location"], part, element)
    locations = [entry["location"] for entry in index["docs"]]
    plain = json.loads(ordinary.files["search/search_index.json"])
    assert locations == [entry["location"] for entry in plain["docs"]]


@pytest.mark.browser
def test_browser_shows_hostile_pages_as_typed_and_stays_silent(
    hostile: Built, tab: Callable[..., Tab]
) -> None:
    page = tab().page
    for key in things_with_pages(hostile.book):
        page.goto(f"{hostile.folder.as_uri()}/{page_of(key)}")
        name = " ".join(name_of(hostile.book, *key, "zh").split())
        expect(page).to_have_title(re.compile(re.escape(name)))
        assert page.locator("h1").inner_text().rstrip("¶").strip() == name
        summary = plain_text(getattr(hostile.book.things[key], "summary"), hostile.book, "zh")  # noqa: B009
        lines = [" ".join(line.split()) for line in summary.splitlines()]
        shown = [
            " ".join(line.split())
            for line in page.get_by_role("main").inner_text().splitlines()
            if line.strip()
        ]
        assert "\n".join(lines) in "\n".join(shown), key
        link = page.locator("nav a", has_text=name).first
        assert squeezed(link.text_content() or "") == squeezed(name)


@pytest.mark.browser
def test_search_results_show_hostile_names_as_typed(
    hostile: Built, tab: Callable[..., Tab]
) -> None:
    page = tab().page
    page.goto(f"{hostile.folder.as_uri()}/index.html")
    searches = Searches(page)
    for key in things_with_pages(hostile.book):
        name = " ".join(name_of(hostile.book, *key, "zh").split())
        assert page_of(key) in searches.pages(name.partition(" ")[0])[:10], key
        result = page.locator(f"a.md-search-result__link[href*='{page_of(key)}']").first
        title = squeezed(result.locator("h1, h2").first.inner_text()).replace("\u200b", "")
        assert title == squeezed(name), key
        assert result.locator("img, script, iframe, a").count() == 0
    searches.pages(HOSTILE[0])
    searches.pages(HOSTILE[1])
