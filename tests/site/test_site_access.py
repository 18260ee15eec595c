"""Everybody can use the pages: axe-core finds nothing, the keyboard reaches everything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browsing import Searches, Tab
from building import Built
from packages import installed
from playwright.sync_api import Page, expect

from handbook.words.catalogue import say

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
WIDTHS = (1280, 390)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": TAGS}
HR_PAGES = ("parameters", "report", "reference", "rules/hb501")
# What a colour scheme can change, and what a wide screen; the rest is looked at once, on a phone
COLOURS = ["color-contrast", "link-in-text-block"]
LAYOUT = ["target-size", "scrollable-region-focusable", "aria-hidden-focus", "region"]
RUN = """(only) => axe.run(document, { runOnly: only, preload: false }).then(
    (found) => found.violations.map((one) => [one.id, one.nodes.map((n) => n.target.join(' '))])
)"""


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's script, installed by npm from the lock file."""
    return (installed("axe") / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def kinds(built: Built) -> list[str]:
    """A page of each kind: of each folder its own page and the first one inside."""
    first: dict[tuple[str, int], str] = {}
    for name in built.pages:
        first.setdefault((name.split("/")[0], name.count("/")), name)
    return list(first.values())


def violations(page: Page, axe: str, scheme: str) -> list[Any]:
    """What axe-core says of the page as it is now: in light wide and narrow, in dark wide."""
    page.add_script_tag(content=axe)
    wanted = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", wanted)
    rules = {"light": {390: EVERYTHING, 1280: _only(LAYOUT)}, "dark": {1280: _only(COLOURS)}}
    found = []
    for width, only in rules[scheme].items():
        page.set_viewport_size({"width": width, "height": 800})
        found += [(width, *one) for one in page.evaluate(RUN, only)]
    return found


def _only(rules: list[str]) -> dict[str, object]:
    return {"type": "rule", "values": rules}


def test_axe_can_find_something(tab: Open, axe: str) -> None:
    page = tab().page
    page.set_content("<!doctype html><html><body data-md-color-scheme><img src='data:,'></body>")
    page.add_script_tag(content=axe)
    found = {one[0] for one in page.evaluate(RUN, EVERYTHING)}
    assert {"image-alt", "html-has-lang", "document-title"} <= found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(
    retail: Built, hr_sites: dict[str, Built], tab: Open, axe: str, scheme: str
) -> None:
    hr = hr_sites["yihe-elder-care"].folder.as_uri()
    addresses = [f"{retail.folder.as_uri()}/{name}" for name in kinds(retail)]
    addresses += [f"{hr}/{name}/index.html" for name in HR_PAGES]
    assert len(addresses) > 14
    page = tab(color_scheme=scheme, reduced_motion="reduce").page
    found = []
    for address in addresses:
        page.goto(address)
        found += [(address, *one) for one in violations(page, axe, scheme)]
    assert found == []


def test_axe_finds_nothing_in_what_opens(retail: Built, tab: Open, axe: str) -> None:
    """The search with results, the drawer of a phone, the switch between companies."""
    page = tab(reduced_motion="reduce").page
    page.goto(f"{retail.folder.as_uri()}/index.html")
    page.add_script_tag(content=axe)
    page.locator(".hb-switch summary").click()
    assert page.evaluate(RUN, EVERYTHING) == []
    searches = Searches(page)
    page.add_script_tag(content=axe)
    searches.type("转正")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.evaluate(RUN, EVERYTHING) == []
    page.reload()
    page.add_script_tag(content=axe)
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".hb-menu").click()
    expect(page.locator(".md-sidebar--primary")).to_be_visible()
    assert page.evaluate(RUN, EVERYTHING) == []


FOCUSED = """() => {
    // The theme draws the outline of the colour switch around its label
    const active = document.activeElement;
    const e = active.matches('.md-option') ? active.nextElementSibling : active;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    return {
        what: e.tagName + '.' + e.className + ' ' + (e.textContent || '').trim().slice(0, 20),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
        shown: box.width > 0 && box.height > 0 && style.visibility === 'visible',
        input: e.matches('.md-search__input'),
        body: e === document.body,
    };
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_tab_reaches_what_is_seen_and_shows_where_it_is(
    retail: Built, tab: Open, width: int
) -> None:
    page = tab(viewport={"width": width, "height": 800}, reduced_motion="reduce").page
    page.goto(f"{retail.folder.as_uri()}/roles/junior-agent/index.html")
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate(FOCUSED)["what"]
    stops, lost = 0, []
    for _ in range(60):
        found = page.evaluate(FOCUSED)
        if found["body"]:
            break
        stops += 1
        if not found["shown"] or not (found["outlined"] or found["input"]):
            lost.append(found)
        page.keyboard.press("Tab")
    assert stops > 15
    assert lost == []


def test_skip_link_leads_past_the_navigation(retail: Built, tab: Open) -> None:
    page = tab().page
    page.goto(f"{retail.folder.as_uri()}/roles/junior-agent/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_numbers_are_no_tab_stops_and_tell_their_names(retail: Built, tab: Open) -> None:
    page = tab().page
    page.goto(f"{retail.folder.as_uri()}/roles/junior-agent/index.html")
    value = page.locator("article .hb-value").first
    name = value.get_attribute("data-label")
    assert value.get_attribute("tabindex") == "-1"
    after = "e => getComputedStyle(e, '::after').content"
    assert name not in value.evaluate(after)
    value.click()
    assert name in value.evaluate(after)
    box = page.get_by_label(say("appearance.names", "zh"))
    box.focus()
    expect(box).to_be_in_viewport()
    page.keyboard.press("Space")
    shown = page.locator("article .hb-value").evaluate_all(f"es => es.map({after})")
    assert len(shown) > 10
    assert all(text.startswith(('"〔', "counter")) for text in shown)


def test_drawer_of_a_phone_opens_by_key(retail: Built, tab: Open) -> None:
    page = tab(viewport={"width": 390, "height": 800}, reduced_motion="reduce").page
    page.goto(f"{retail.folder.as_uri()}/roles/junior-agent/index.html")
    button, drawer = page.locator(".hb-menu"), page.locator(".md-sidebar--primary")
    expect(drawer).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.wait_for_function("document.activeElement.closest('.md-sidebar--primary')")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(button).to_be_focused()


def test_pages_are_of_use_without_script(retail: Built, tab: Open) -> None:
    page = tab(java_script_enabled=False).page
    for name in kinds(retail):
        page.goto(f"{retail.folder.as_uri()}/{name}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for selector in (".md-search", "label[for=__search]", ".hb-menu", "article button"):
            for dead in page.locator(selector).all():
                expect(dead).to_be_hidden()
    page.goto(f"{retail.folder.as_uri()}/roles/junior-agent/index.html")
    summary = page.locator("article .hb-duties summary").first
    inside = page.locator("article .hb-duties details li").first
    expect(inside).to_be_hidden()
    summary.click()
    expect(inside).to_be_visible()
    page.locator("#promotion-intermediate-agent h3 a").click()
    expect(page).to_have_url(f"{retail.folder.as_uri()}/roles/intermediate-agent/index.html")
