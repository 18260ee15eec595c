"""Text of the data is text wherever it is printed: never HTML, template, Markdown or Mermaid."""

from __future__ import annotations

import html
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import Searches, Tab, page_of, things_with_pages
from building import COMPANIES, DATA, Built, Document, build_all, squeezed
from hostile import HOSTILE, VALUE, poison

from handbook.company.wording import name_of, plain_text
from handbook.model.base import Key, walk
from handbook.pages.listing import pages_of
from handbook.words.text import Text

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


def test_navigation_and_contents_show_names_as_typed(hostile: Built) -> None:
    """The navigation is pruned: a page has the links of its own section and family only."""
    groups: dict[tuple[str, str | None], list[Key]] = {}
    for page in pages_of(hostile.book, "zh"):
        if page.key:
            groups.setdefault((page.key[0], page.group), []).append(page.key)
    assert len([kind for kind, _ in groups if kind == "role"]) > 1
    for keys in groups.values():
        page_shown = hostile.pages[page_of(keys[0])]
        links = {squeezed(e.text) for e in page_shown.all("a") if "nav" in e.within}
        for key in keys:
            assert squeezed(name_of(hostile.book, *key, "zh")) in links, key
    labels = {squeezed(e.text) for e in hostile.pages[page_of(("role", "manager"))].all("label")}
    own = name_of(hostile.book, "family", str(hostile.book.roles["manager"].family), "zh")
    assert squeezed(own) in labels
    policy = next(iter(hostile.book.policies.values()))
    contents = [squeezed(e.text) for e in hostile.pages[page_of(("policy", policy.id))].all("a")]
    for chapter in policy.chapters:
        name = squeezed(plain_text(chapter.name, hostile.book, "zh"))
        assert sum(text.endswith(name) for text in contents) >= 1, name


@pytest.mark.parametrize("company", COMPANIES)
def test_titles_and_descriptions_are_what_was_typed(
    company: str, hostile_sites: dict[str, Built]
) -> None:
    """On every page; also with characters outside the basic plane in the middle of a text."""
    built = hostile_sites[company]
    company_name = squeezed(plain_text(built.book.company.short_name, built.book, "zh"))
    for planned in pages_of(built.book, "zh"):
        page = built.pages[planned.address]
        title = page.all("title")[0].text
        if planned.path:  # home is called as the site
            assert title.startswith(" ".join(planned.title.split())), planned.path
        assert company_name in squeezed(title), planned.path
        assert page.all("h1")[0].text.rstrip("¶").strip() == " ".join(planned.title.split())
        described = [e for e in page.all("meta") if e.attributes.get("name") == "description"]
        assert [e.attributes["content"] for e in described] == [
            " ".join(planned.description.split())
        ], planned.path
        if planned.key:
            assert "😀 👩‍🏫 𠮷 e\u0301" in described[0].attributes["content"], planned.path


def test_switch_shows_companies_as_typed(hostile_sites: dict[str, Built]) -> None:
    names = [
        squeezed(plain_text(built.book.company.short_name, built.book, "zh"))
        for built in hostile_sites.values()
    ]
    for built in hostile_sites.values():
        for name, page in built.pages.items():
            if name == "404.html":
                continue
            switch = [e for e in page.all("nav") if e.attributes.get("class") == "hb-switch"]
            assert [all(n in squeezed(e.text) for n in names) for e in switch] == [True], name


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


def test_search_index_holds_names_as_typed(hostile: Built, ordinary: Built) -> None:
    """It is text, no HTML: only the worker writes HTML, and escapes all of it."""
    index = json.loads(hostile.files["search/search_index.json"])
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}
    for key in things_with_pages(hostile.book):
        typed = name_of(hostile.book, *key, "zh")
        assert squeezed(titles[page_of(key)]) == squeezed(typed), key
    plain = json.loads(ordinary.files["search/search_index.json"])
    assert list(titles) == [entry["location"] for entry in plain["docs"]]


@pytest.mark.browser
def test_browser_shows_hostile_pages_as_typed_and_stays_silent(
    hostile: Built, tab: Callable[..., Tab]
) -> None:
    page = tab().page
    for key in things_with_pages(hostile.book):
        page.goto(f"{hostile.folder.as_uri()}/{page_of(key)}", wait_until="domcontentloaded")
        name = " ".join(name_of(hostile.book, *key, "zh").split())
        title, heading, shown, links = page.evaluate(
            """() => [
                document.title, document.querySelector('h1').innerText,
                document.querySelector('main').innerText,
                [...document.querySelectorAll('nav a')].map((a) => a.textContent),
            ]"""
        )
        assert title.startswith(name), key
        assert heading.rstrip("¶").strip() == name, key
        summary = plain_text(getattr(hostile.book.things[key], "summary"), hostile.book, "zh")  # noqa: B009
        typed = "\n".join(" ".join(line.split()) for line in summary.splitlines())
        lines = (" ".join(line.split()) for line in shown.splitlines())
        assert typed in "\n".join(line for line in lines if line), key
        assert squeezed(name) in map(squeezed, links), key
    page.wait_for_load_state()


@pytest.mark.browser
def test_search_results_show_hostile_names_as_typed(
    hostile: Built, tab: Callable[..., Tab]
) -> None:
    page = tab().page
    page.goto(f"{hostile.folder.as_uri()}/index.html")
    searches = Searches(page)
    seen = 0
    keys = things_with_pages(hostile.book)
    for key in keys:
        name = " ".join(name_of(hostile.book, *key, "zh").split())
        searches.type(name.partition(" ")[0])
        result = page.locator(f"a.md-search-result__link[href*='{page_of(key)}']").first
        if not result.count():
            continue  # the first word of a name need not lead to its page: others have it, too
        seen += 1
        title = squeezed(result.locator(".hb-search-name").first.inner_text())
        assert title == squeezed(name), key
        printed = result.locator("article *").evaluate_all("es => es.map(e => e.localName)")
        assert set(printed) <= {"div", "h1", "h2", "p", "span", "mark"}, key
    assert seen > len(keys) * 0.8
    searches.pages(HOSTILE[0])
    searches.pages(HOSTILE[1])
