"""Comparing roles: the browser's arithmetic against Python's, the chooser, the matrix."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from browsing import Tab, page_of
from building import Built, squeezed

from handbook.company.wording import plain_text
from handbook.model import Duty, Requirement
from handbook.pages.addresses import file_of, matrix_path, step_path
from handbook.pages.compare import Raised, compare, duties_in_order, requirements_in_order, steps
from handbook.words.catalogue import say

COMPARE = "compare/index.html"
PHONE = {"viewport": {"width": 390, "height": 844}}
LISTS = (
    "grown_duties", "new_duties", "left_duties", "kept_duties", "raised_requirements",
    "changed_requirements", "new_requirements", "dropped_requirements", "kept_requirements",
)  # fmt: skip

# Chooses every pair and reads what is shown; the first paragraph of a side is the text itself
_EVERY_PAIR = """(pairs) => {
    const [from, to] = document.querySelectorAll('.hb-chooser select');
    const text = (side) => side.querySelector('p')?.textContent.replace(/\\s+/g, '') ?? null;
    return pairs.map(([a, b]) => {
        from.value = a;
        to.value = b;
        to.dispatchEvent(new Event('change', { bubbles: true }));
        const shown = document.querySelector('.hb-chooser__result');
        return Object.fromEntries([...shown.querySelectorAll('[data-list]')].map((list) => [
            list.dataset.list,
            [...list.children].map((line) => [
                text(line.querySelector('.hb-pair__before')),
                text(line.querySelector('.hb-pair__after')),
            ]),
        ]));
    });
}"""
# Addresses are made absolute, so that a page in another folder can be held against it
_SHOWN = """() => {
    const shown = document.querySelector('.hb-comparison').cloneNode(true);
    for (const link of shown.querySelectorAll('a')) {
        const href = link.getAttribute('href');
        if (!href.startsWith('#')) link.setAttribute('href', new URL(href, location.href).href);
    }
    return shown.outerHTML.replace(/\\s+/g, ' ').replace(/> /g, '>').replace(/ </g, '<');
}"""


def expected(built: Built, before: str, after: str) -> dict[str, list[list[str | None]]]:
    """What Python's comparison says, as the texts of both sides."""
    book = built.book

    def text(thing: Duty | Requirement) -> str:
        return squeezed(plain_text(thing.text, book, "zh"))

    def sides(name: str, item: Any) -> list[str | None]:
        if isinstance(item, Raised):
            return [text(item.before), text(item.after)]
        return [text(item), None] if name.startswith(("left", "dropped")) else [None, text(item)]

    found = compare(book, book.roles[before], book.roles[after])
    return {name: [sides(name, item) for item in getattr(found, name)] for name in LISTS}


@pytest.mark.browser
def test_browser_compares_every_pair_as_python_does(
    site: Built, somewhere: Callable[[Built], str], tab: Callable[..., Tab]
) -> None:
    page = tab().page
    page.goto(f"{somewhere(site)}/{COMPARE}")
    page.locator(".hb-chooser").wait_for()
    pairs = [list(pair) for pair in product(map(str, site.book.roles), repeat=2)]
    different = [(a, b) for a, b in pairs if a != b]
    assert len(different) > 40
    shown = page.evaluate(_EVERY_PAIR, different)
    for (before, after), lists in zip(different, shown, strict=True):
        assert lists == expected(site, before, after), (before, after)
    assert any(lists["raised_requirements"] for lists in shown)


@pytest.mark.browser
def test_chooser_shows_what_the_page_of_the_step_shows(
    retail: Built, root: Callable[[Built], str], tab: Callable[..., Tab]
) -> None:
    opened = tab()
    page, fixed = opened.page, opened.context.new_page()
    page.goto(f"{root(retail)}/{COMPARE}")
    page.locator(".hb-chooser").wait_for()
    for before, after in steps(retail.book):
        page.locator("#compare-from").select_option(before)
        page.locator("#compare-to").select_option(after)
        path = file_of(step_path(before, after))
        fixed.goto(f"{root(retail)}/{path}", wait_until="domcontentloaded")
        assert page.evaluate(_SHOWN) == fixed.evaluate(_SHOWN), (before, after)


@pytest.mark.browser
def test_two_roles_are_chosen_by_keyboard_and_shared_by_address(
    retail: Built, http: str, tab: Callable[..., Tab]
) -> None:
    opened = tab()
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page, names = opened.page, {i: plain_text(r.name, retail.book, "zh") for i, r in
                                retail.book.roles.items()}  # fmt: skip
    page.goto(f"{http}/{retail.folder.name}/{COMPARE}")
    status = page.locator("[role=status]")
    choices = page.locator("#compare-from option").evaluate_all("all => all.map((o) => o.value)")
    page.locator("#compare-from").focus()
    for role in ("junior-agent", "manager"):
        for _ in range(choices.index(role)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.url.endswith("?from=junior-agent&to=manager")
    assert names["manager"] in page.locator(".hb-chooser__result").inner_text()
    assert names["junior-agent"] in status.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("?from=manager&to=junior-agent")
    assert "{" not in status.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[role=status]').textContent.includes('复制')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    page.goto("about:blank")
    page.goto(copied)
    page.locator(".hb-chooser__result .hb-comparison").wait_for()
    assert page.locator("#compare-from").input_value() == "manager"


@pytest.mark.browser
def test_unknown_and_equal_roles_are_told(
    retail: Built, root: Callable[[Built], str], tab: Callable[..., Tab]
) -> None:
    page = tab().page
    for query, message in (
        ("from=nobody&to=manager", "unknown"),
        ("from=%3Cimg%20src%3Dx%3E&to=__proto__", "unknown"),
        ("from=manager&to=manager", "same"),
    ):
        page.goto(f"{root(retail)}/{COMPARE}?{query}", wait_until="domcontentloaded")
        status = page.locator(".hb-chooser [role=status]:not(:empty)")
        assert status.inner_text() == say(f"compare.say.{message}", "zh")
        assert page.locator(".hb-comparison").count() == 0


@pytest.mark.browser
def test_a_reader_on_a_phone_sees_at_once_what_separates_two_levels_and_when_to_apply(
    retail: Built, tab: Callable[..., Tab]
) -> None:
    """Without scrolling: counts, the figure that rises, how long, when, and who decides."""
    page = tab(**PHONE).page
    before, after = "intermediate-agent", "senior-agent"
    path = file_of(step_path(before, after))
    page.goto(f"{retail.folder.as_uri()}/{path}")
    comparison = compare(retail.book, *(retail.book.roles[i] for i in (before, after)))
    counted = page.locator(".hb-tally [data-count=raised_requirements]")
    assert counted.inner_text() == str(len(comparison.raised_requirements)) != "0"
    figures = squeezed(page.locator(".hb-rises--top").inner_text())
    tenures = [retail.book.values[i].text("zh") for i in ("tenure_junior", "tenure_intermediate")]
    assert figures.endswith(squeezed("→".join(tenures)))
    for part in (counted, page.locator(".hb-rises--top"), *page.locator(".hb-facts dd").all()):
        box = part.bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["viewport"]["height"]
    facts = [squeezed(text) for text in page.locator(".hb-facts dt").all_inner_texts()]
    assert facts == [say(f"path.{part}", "zh") for part in ("tenure", "when", "how", "decided-by")]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_matrix_fits_the_screen_and_its_headings_stay(
    retail: Built, tab: Callable[..., Tab], width: int
) -> None:
    page = tab(viewport={"width": width, "height": 800}).page
    page.goto(f"{retail.folder.as_uri()}/careers/customer-service/index.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heading = page.locator(".hb-matrix thead th").nth(2)
    cell = page.locator(".hb-matrix tbody tr").nth(6).locator("td").nth(1)
    cell.scroll_into_view_if_needed()
    if width > 1000:
        page.mouse.wheel(0, 200)
        page.wait_for_timeout(200)
        box = heading.bounding_box()
        assert box
        assert 0 <= box["y"] < 100
    else:  # each cell names its level
        name = plain_text(retail.book.roles["intermediate-agent"].name, retail.book, "zh")
        assert cell.inner_text().startswith(name)


def test_without_script_all_comparisons_are_listed(site: Built) -> None:
    page = site.pages[COMPARE]
    listed = {e.attributes.get("href", "") for e in page.all("a")}
    paths = [file_of(step_path(*step)) for step in steps(site.book)]
    assert {f"../{path}" for path in paths} <= listed
    chooser = [e for e in page.elements if "data-roles" in e.attributes]
    assert ["hidden" in e.attributes for e in chooser] == [True]


def test_pages_lead_to_each_other(site: Built) -> None:
    def hrefs(name: str) -> set[str]:
        return {e.attributes.get("href", "") for e in site.pages[name].all("a")}

    for before, after in steps(site.book):
        path = file_of(step_path(before, after))
        assert f"../../{path}" in hrefs(page_of(("role", before)))
        own = hrefs(path)
        assert {f"../../{page_of(('role', role))}" for role in (before, after)} <= own
        assert f"../../{COMPARE}?from={before}&to={after}" in own
        for process in {str(p.process) for p in steps(site.book)[before, after]}:
            assert f"../../{page_of(('process', process))}" in own
    for family, roles in site.book.ladders.items():
        if matrix := matrix_path(site.book, family):
            name = file_of(matrix)
            assert f"../{name}" in hrefs("careers/index.html")
            for role in roles:
                assert f"../../{name}" in hrefs(page_of(("role", str(role.id))))
    assert COMPARE in hrefs("index.html")


def test_data_of_the_chooser_is_linear(site: Built) -> None:
    """Each text stands once, however many roles share it; both files hold the same."""
    text = site.files["compare/roles.json"].decode()
    data = json.loads(text)
    assert site.files["compare/roles.js"].decode().count(text) == 1
    roles = site.book.roles.values()
    assert data["duties"].keys() == {i for r in roles for i in duties_in_order(site.book, r)}
    asked = {i for r in roles for i in requirements_in_order(site.book, r)}
    assert data["requirements"].keys() == asked
    assert data["ways"].keys() == {"--".join(step) for step in steps(site.book)}
    assert not re.search(r"<script|\son\w+=", text)
