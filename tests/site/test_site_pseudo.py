"""A site in a language of its own letters: whatever is read in others stands in no catalogue."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from browsing import Searches, Tab
from building import DATA, ROOT, VOID, Built, build
from languages import PSEUDO, mark, pseudo_strings, read_elsewhere, speaking
from languages import pseudo as as_pseudo
from playwright.sync_api import Page, expect
from pydantic import BaseModel

from handbook.engines.mkdocs.written_pages import listed
from handbook.model import Company
from handbook.model.kinds import KINDS
from handbook.reading.docs import docs_in

COMPANY = "xingqiao-retail"
WRITTEN = ("help.html", "help/index.html")  # people write it, in the language they like
UNREAD = ("code", "pre", "script", "style")
READ = ("aria-label", "title", "alt", "placeholder", "label", "summary", "content")
NAMES = ("viewport", "generator", "robots", "color-scheme", "og:type", "og:locale")  # of <meta>
HAN = re.compile(r"[\u3400-\u9fff]")
SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")  # ids, classes and addresses are no sentences


@dataclass(frozen=True)
class Pseudo:
    """A site in PSEUDO, and what of its data has no language."""

    site: Built
    words: set[str]

    def pages(self) -> Iterator[tuple[str, Reading]]:
        for name, content in self.site.files.items():
            if name.endswith(".html") and name not in WRITTEN:
                yield name, reading(content.decode("utf-8"))

    def strange(self, text: str) -> list[str]:
        """What of a text is in other letters."""
        return read_elsewhere(text, self.words)

    def told(self, text: str) -> bool:
        """Whether something for scripts says words in other letters."""
        found = " ".join(self.strange(text))
        return bool(HAN.search(found) or (SENTENCE.search(found) and SENTENCE.search(text)))


class Reading(HTMLParser):
    """What people read of a page, and what its scripts do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.labels: list[tuple[str, str]] = []
        self.data: list[tuple[str, str]] = []
        self.scripts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append((tag, given.get("type", "")))
        if given.get("name", given.get("property", "")) in NAMES:
            return
        self.labels += [(n, v) for n, v in given.items() if n in READ]
        self.data += [(n, v) for n, v in given.items() if n.startswith("data-")]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if tags and tags[-1] == "script":
            self.scripts.append((self._open[-1][1], data))
        elif not set(UNREAD) & set(tags):
            self.texts.append(data)


def reading(html: str) -> Reading:
    found = Reading()
    found.feed(html)
    found.close()
    return found


def leaves(value: Any) -> Iterator[str]:
    """Every text in JSON, with the texts of the markup in it."""
    if isinstance(value, str):
        yield from reading(value).texts if "<" in value else [value]
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from leaves(item)


def choices(annotation: Any) -> Iterator[str]:
    """The words of which a field takes one: HR's reference shows them."""
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for info in annotation.model_fields.values():
            yield from choices(info.annotation)
    else:
        for argument in get_args(annotation):
            yield from choices(argument)


@pytest.fixture(scope="module", params=["employee", "hr"])
def pseudo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pseudo]:
    folder = tmp_path_factory.mktemp("pseudo")
    data = Path(shutil.copytree(DATA, folder / "policy_data"))
    chart = data / "flowcharts" / "promotion-and-appeal.yml"
    chart.write_text(f"{chart.read_text(encoding='utf-8')}\nlanes: true\n", encoding="utf-8")
    titles = {title for title, _ in listed(docs_in(ROOT / "docs").pages)}
    words = mark(data) | titles | {*choices(Company)}
    words |= {word for kind in KINDS for word in choices(kind.model)}
    with speaking(folder / "catalogue") as speak:
        speak(PSEUDO, pseudo_strings())
        options = ("--edition", "hr", "--draft") if request.param == "hr" else ()
        yield Pseudo(build(COMPANY, data, folder / "out", *options, lang=PSEUDO), words)


def test_texts(pseudo: Pseudo) -> None:
    read = ((name, text) for name, page in pseudo.pages() for text in page.texts)
    assert [(name, found) for name, text in read if (found := pseudo.strange(text))] == []


def test_labels(pseudo: Pseudo) -> None:
    read = ((name, label) for name, page in pseudo.pages() for label in page.labels)
    assert [(name, label) for name, label in read if pseudo.strange(label[1])] == []


def test_what_scripts_find_in_attributes(pseudo: Pseudo) -> None:
    read = ((name, data) for name, page in pseudo.pages() for data in page.data)
    assert [(name, data) for name, data in read if pseudo.told(data[1])] == []


def test_what_scripts_find_in_json(pseudo: Pseudo) -> None:
    found = [
        (name, text)
        for name, page in pseudo.pages()
        for kind, script in page.scripts
        if "json" in kind
        for text in leaves(json.loads(script))
        if pseudo.told(text)
    ]
    assert found == []


def test_what_is_compared_and_found(pseudo: Pseudo) -> None:
    roles = json.loads(pseudo.site.files["compare/roles.json"])
    assert [text for text in leaves(roles) if pseudo.strange(text) and pseudo.told(text)] == []
    index = json.loads(pseudo.site.files["search/search_index.json"])
    known = index["config"]["handbook"]
    said = [known["say"], known["kinds"], [answer[2:] for answer in known["answers"]]]
    titles = [
        entry["title"] for entry in index["docs"] if not entry["location"].startswith(WRITTEN)
    ]
    assert [text for text in leaves([*said, titles]) if pseudo.strange(text)] == []


def test_the_page_says_its_language(pseudo: Pseudo) -> None:
    for name, content in pseudo.site.files.items():
        if name.endswith(".html"):
            assert f'<html lang="{PSEUDO}"'.encode() in content, name


# —— what scripts say ——

READ_BY_PEOPLE = """() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const inside = walker.currentNode.parentElement.closest('code, pre, script, style');
        if (!inside) found.push(walker.currentNode.data);
    }
    for (const name of ['aria-label', 'title', 'placeholder']) {
        const named = document.querySelectorAll(`[${name}]:not([hidden])`);
        for (const one of named) found.push(one.getAttribute(name));
    }
    return found;
}"""


def use_dates(page: Page) -> None:
    page.locator("#dates-role").select_option("junior-agent")
    page.locator("#dates-entry").fill("2026-03-02")
    expect(page.locator(".hb-days > li").first).to_be_visible()


def use_comparison(page: Page) -> None:
    page.locator("#compare-from").select_option("junior-agent")
    page.locator("#compare-to").select_option("manager")
    expect(page.locator(".hb-chooser__result .hb-pairs li").first).to_be_attached()
    page.locator('[data-do="copy"]').click()


def use_checklist(page: Page) -> None:
    page.locator(".hb-checklist > summary").first.click()
    page.locator(".hb-checklist input[type=checkbox]").first.check()
    page.locator('.hb-checklist [data-do="clear"]').first.click()


def use_chart(page: Page) -> None:
    page.locator("form.hb-part select").first.select_option(index=1)
    page.locator("a.hb-box[data-step]").first.click()
    page.locator('[data-zoom="open"]').first.click()
    page.locator('[data-zoom="in"]').first.click()


def use_script(page: Page) -> None:
    page.locator("[data-copy]").first.click()


def use_search(page: Page) -> None:
    search = Searches(page)
    for query in ("晋升", "龘龘龘"):  # something, and nothing that anybody has written
        search.type(as_pseudo(query))


@pytest.mark.parametrize("pseudo", ["employee"], indirect=True)
@pytest.mark.parametrize(
    ("address", "use"),
    [
        ("dates/index.html", use_dates), ("compare/index.html", use_comparison),
        ("roles/junior-agent/index.html", use_checklist),
        ("processes/promotion/index.html", use_chart),
        ("scripts/enquiry-call/index.html", use_script), ("index.html", use_search),
    ],
)  # fmt: skip
def test_scripts(
    pseudo: Pseudo, tab: Callable[..., Tab], address: str, use: Callable[[Page], None]
) -> None:
    page = tab().page
    page.goto(f"{pseudo.site.folder.as_uri()}/{address}")
    use(page)
    read = page.evaluate(READ_BY_PEOPLE)
    assert [text for text in read if pseudo.strange(text)] == []


@pytest.mark.parametrize("pseudo", ["employee"], indirect=True)
def test_latin_marks_are_as_narrow_as_latin_letters(
    pseudo: Pseudo, tab: Callable[..., Tab]
) -> None:
    """In a font for Han the apostrophe of "team’s" is as wide as a Han character."""
    page = tab().page
    page.goto(f"{pseudo.site.folder.as_uri()}/index.html")
    width = page.locator("h1").evaluate(
        """(heading) => {
            heading.innerHTML = '<span>’</span>';
            const { width } = heading.firstChild.getBoundingClientRect();
            return width / parseFloat(getComputedStyle(heading).fontSize);
        }"""
    )
    assert width < 0.5
