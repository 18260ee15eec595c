"""HR's edition has a page of all values and a reference; nothing of them is in the employees'."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from browsing import Tab
from building import COMPANIES, Built, Document, Element, squeezed
from playwright.sync_api import expect

from handbook.checks.explain import explained
from handbook.company.values import bounds
from handbook.company.wording import plain_text
from handbook.model.kinds import KINDS
from handbook.pages.addresses import file_of, rule_path
from handbook.pages.content import HR_PAGES
from handbook.pages.views.values import pages_that_show
from handbook.words.catalogue import say
from handbook.words.figures import number

PAGES = {file_of(path) for path in HR_PAGES.values()}
VALUES, REFERENCE = "parameters/index.html", "reference/index.html"


def row_of(page: Document, parameter: str) -> list[Element]:
    """The cells of a parameter's row."""
    start = next(n for n, e in enumerate(page.elements) if e.attributes.get("id") == parameter)
    cells: list[Element] = []
    for element in page.elements[start + 1 :]:
        if element.tag == "tr":
            break
        if element.tag == "td":
            cells.append(element)
    return cells[:5]


@pytest.mark.parametrize("company", COMPANIES)
def test_page_of_values_has_all_of_them(company: str, hr_sites: dict[str, Built]) -> None:
    built = hr_sites[company]
    book, page = built.book, built.pages[VALUES]
    others = {c: other.book for c, other in hr_sites.items() if c != company}
    parameters = [p for p in book.parameters if book.nodes["parameter", p] is not book.company_node]
    assert len(parameters) > 50
    for identity in parameters:
        parameter = book.parameters[identity]
        # A table has only those of the other columns in which something stands
        name, value, *more = row_of(page, identity)
        rest = "\n".join(cell.text for cell in more)
        assert plain_text(parameter.name, book, "zh") in name.text
        assert squeezed(book.values[identity].text("zh")) == squeezed(value.text), identity
        for bound in bounds(parameter):
            assert bound is None or number(bound, "zh") in rest, identity
        for other in others.values():
            if identity in other.values and other.values[identity].raw is not None:
                short = plain_text(other.company.short_name, other, "zh")
                shown = f"{short}：{other.values[identity].text('zh')}"
                assert squeezed(shown) in squeezed(rest), identity
        for key in pages_that_show(book, ("parameter", identity)):
            thing = plain_text(getattr(book.things[key], "name"), book, "zh")  # noqa: B009
            assert thing in rest, (identity, key)


def test_values_that_differ_are_marked(hr_sites: dict[str, Built]) -> None:
    page = hr_sites["yihe-elder-care"].pages[VALUES]
    marked = [e for e in page.all("td") if "hb-differs" in e.attributes.get("class", "")]
    assert len(marked) > 10
    assert len(marked) < len([e for e in page.all("tr") if "id" in e.attributes])


@pytest.mark.parametrize("company", COMPANIES)
def test_reference_has_every_kind(company: str, hr_sites: dict[str, Built]) -> None:
    page = hr_sites[company].pages[REFERENCE]
    assert {kind.name for kind in KINDS} | {"company"} <= set(page.ids)
    fields = [e.text for e in page.all("code") if "td" in e.within]
    for kind in KINDS:
        assert set(kind.model.model_fields) <= set(fields), kind.name


@pytest.mark.parametrize("company", COMPANIES)
def test_employees_have_nothing_of_it(
    company: str, sites: dict[str, Built], hr_sites: dict[str, Built]
) -> None:
    built, hr = sites[company], hr_sites[company]
    assert set(hr.files) >= PAGES
    rules = {file_of(rule_path(code)) for code in explained()}
    assert set(hr.files) - set(built.files) == PAGES | rules
    assert set(built.files) <= set(hr.files)
    titles = [say(f"{page}.title", "zh") for page in HR_PAGES]
    own = {parameter for parameter in built.book.parameters if "_" in parameter}
    words = re.compile(r"[a-z]\w+_\w+")
    for name, content in built.files.items():
        if not name.endswith((".html", ".json", ".xml", ".js")) or name.startswith("assets/"):
            continue
        text = content.decode()
        linked = [page for page in PAGES if re.search(rf"(?<![\w-]){re.escape(page)}", text)]
        assert linked == [], name
        hidden = (*titles, say("nav.hr", "zh"), say("hr.only", "zh"), 'class="hb-values"')
        assert [one for one in hidden if one in text] == [], name
        assert own & set(words.findall(text)) == set(), name
    assert f"<loc>{VALUES}" not in built.files["sitemap.xml"].decode()


def test_hr_edition_has_the_rest_as_employees_see_it(
    sites: dict[str, Built], hr_sites: dict[str, Built]
) -> None:
    tags = ("h1", "h2", "h3", "dt", "dd", "td")
    for company, built in sites.items():
        for name, page in built.pages.items():
            ours, theirs = (
                [e.text for e in p.elements if e.tag in tags]
                for p in (page, hr_sites[company].pages[name])
            )
            assert [text for text in ours if text not in theirs] == [], name
            assert "003." not in page.all("footer")[0].text, f"{name} names a source"


def test_search_of_hr_finds_its_pages(hr_sites: dict[str, Built]) -> None:
    index = json.loads(hr_sites["xingqiao-retail"].files["search/search_index.json"])
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert found >= PAGES


@pytest.mark.browser
def test_home_page_of_hr_leads_to_the_values_with_one_click(
    hr_sites: dict[str, Built], tab: Callable[..., Tab]
) -> None:
    page = tab().page
    built = hr_sites["yihe-elder-care"]
    page.goto(f"{built.folder.as_uri()}/index.html")
    page.get_by_role("main").locator(f"article a[href$='{VALUES}']").first.click(timeout=1000)
    page.wait_for_url(f"**/{built.folder.name}/{VALUES}")
    expect(page.get_by_role("heading", level=1)).to_have_text(say("parameters.title", "zh"))
