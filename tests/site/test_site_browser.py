"""What people do with the handbook, done in Chromium: from a folder and from a web server."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browsing import Searches, Tab, page_of, serve, things_with_pages
from building import Built, squeezed
from playwright.sync_api import Page, expect

from handbook.company.wording import name_of
from handbook.pages.addresses import CAREERS, file_of

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
Root = Callable[[Built], str]
CAREERS_PAGE = file_of(CAREERS)


def test_a_tab_notices_what_must_not_happen(tab: Open) -> None:
    """So that the tests below can fail."""
    opened = tab()
    opened.page.set_content(
        '<img src="http://handbook.invalid/x.png"><img src=x onerror=alert(1)>'
        "<script>console.error('one'); throw new Error('two')</script>"
    )
    expected = ("other host: http://handbook.invalid", "dialog: 1", "console: one", "error: two")
    found = "\n".join(opened.complaints)
    assert [text for text in expected if text not in found] == []
    opened.complaints.clear()


def test_home_page_leads_to_a_role(site: Built, somewhere: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{somewhere(site)}/index.html")
    role = next(role for role in site.book.roles.values() if role.confirmation)
    page.get_by_role("main").get_by_role("link", name=role.name.zh, exact=True).first.click()
    page.wait_for_url(f"**/roles/{role.id}/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(role.name.zh)


def test_role_is_found_by_typing_and_opened_by_clicking(
    retail: Built, root: Root, tab: Open
) -> None:
    page = tab().page
    page.goto(f"{root(retail)}/index.html")
    searches = Searches(page)
    searches.type("高级客服")
    result = page.locator("a.md-search-result__link[href*='roles/senior-agent/']").first
    expect(result).to_be_visible()
    expect(result).to_contain_text("高级客服")
    result.click()
    page.wait_for_url("**/roles/senior-agent/index.html*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("高级客服")


def test_every_name_typed_finds_its_page(site: Built, somewhere: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{somewhere(site)}/index.html")
    searches = Searches(page)
    missed = []
    keys = things_with_pages(site.book)
    assert len(keys) > 20
    for key in keys:
        name = name_of(site.book, *key, "zh")
        pages = searches.pages(name)[:1]
        if page_of(key) not in pages:
            missed.append((name, pages))
    assert missed == []


def test_ladder_is_followed_by_clicking_a_box(site: Built, somewhere: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{somewhere(site)}/{CAREERS_PAGE}")
    start = next(role for role in site.book.roles.values() if role.paths)
    page.locator("figure svg a", has_text=start.name.zh).first.click()
    page.wait_for_url(f"**/roles/{start.id}/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(start.name.zh)
    target = site.book.roles[start.paths[0].to]
    box = page.locator("figure svg a", has_text=target.name.zh).first
    box.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/roles/{target.id}/index.html")


def test_charts_are_seen_and_their_source_unfolds(retail: Built, root: Root, tab: Open) -> None:
    page = tab().page
    for process in retail.book.processes.values():
        page.goto(f"{root(retail)}/processes/{process.id}/index.html")
        chart = page.locator("figure svg").first
        expect(chart).to_be_visible()
        box = chart.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) > 100
        drawn = squeezed(chart.text_content() or "")
        for step in process.steps:
            assert squeezed(step.name.zh) in drawn
        text = chart.locator("text", has_text=process.steps[0].name.zh).first
        expect(text).to_be_visible()
        size = text.bounding_box()
        assert size is not None
        assert size["width"] > 20
        source = page.locator("figure pre").first
        expect(source).to_be_hidden()
        page.locator("figure summary").first.click()
        expect(source).to_be_visible()
        assert source.inner_text().startswith("flowchart ")


def too_wide(page: Page) -> int:
    """By how much the document is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def test_no_page_scrolls_sideways_on_a_phone(site: Built, retail: Built, tab: Open) -> None:
    # Without scripts, so that many pages take little time; the test below has them
    page = tab(viewport={"width": 390, "height": 800}, java_script_enabled=False).page
    page.set_content('<!doctype html><p style="width: 500px">x')
    assert too_wide(page) > 100
    wide = []
    for name in site.pages:
        seen = site is not retail and name in retail.pages  # the same but for a few words
        if name != "404.html" and not seen:  # its links begin at the top of a web server
            page.goto(f"{site.folder.as_uri()}/{name}", wait_until="domcontentloaded")
            wide += [(name, over)] if (over := too_wide(page)) > 0 else []
    assert wide == []


def test_no_kind_of_page_scrolls_sideways_or_complains(
    retail: Built, hr_sites: dict[str, Built], tab: Open
) -> None:
    """In either colour scheme, wide and narrow; HR's pages with them."""
    page = tab().page
    first = {name.split("/")[0]: name for name in retail.pages if name != "404.html"}
    wide = []
    hr = hr_sites[retail.company]
    addresses = [f"{retail.folder.as_uri()}/{name}" for name in first.values()]
    addresses += [f"{hr.folder.as_uri()}/{name}/index.html" for name in ("parameters", "reference")]
    for address in addresses:
        # Wide first: the search box takes its time to grow
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(address)
        for scheme, width in (("light", 1280), ("light", 390), ("dark", 390)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            if (over := too_wide(page)) > 0:
                wide.append((address, scheme, width, over))
    assert wide == []


def test_page_that_is_not_there_says_so_in_chinese(retail: Built, tab: Open) -> None:
    page = tab().page
    with serve(retail.folder) as address:
        page.goto(f"{address}/404.html")
        expect(page).to_have_title(re.compile("没有这一页"))
        expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
        page.get_by_role("main").get_by_role("link", name="回到首页").click()
        page.wait_for_url(f"{address}/index.html")
        page.wait_for_load_state("networkidle")
    assert retail.pages["404.html"].all("html")[0].attributes["lang"] == "zh"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_charts_stand_out_from_the_ground(retail: Built, tab: Open, scheme: str) -> None:
    page = tab(color_scheme=scheme).page
    page.goto(f"{retail.folder.as_uri()}/processes/promotion/index.html")
    ground = luminance(page, "body", "backgroundColor")
    assert (ground < 0.1) == (scheme == "dark")
    for selector, style in (
        ("h1", "color"),
        ("article p", "color"),
        ("figure svg text", "fill"),
        ("figure svg a text", "fill"),
    ):
        bright, dim = sorted((ground, luminance(page, selector, style)), reverse=True)
        assert (bright + 0.05) / (dim + 0.05) >= 4.5, (selector, scheme)


def luminance(page: Page, selector: str, style: str) -> float:
    """WCAG's relative luminance of an element's colour over the page's ground."""
    channels: list[float] = page.evaluate(
        """([selector, style]) => {
            const draw = document.createElement('canvas').getContext('2d');
            const paint = (colour) => { draw.fillStyle = colour; draw.fillRect(0, 0, 1, 1); };
            paint(getComputedStyle(document.body).backgroundColor);
            paint(getComputedStyle(document.querySelector(selector))[style]);
            return [...draw.getImageData(0, 0, 1, 1).data].slice(0, 3).map((c) => c / 255);
        }""",
        [selector, style],
    )
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_touch_on_a_value_shows_its_name(retail: Built, root: Root, tab: Open) -> None:
    page = tab(has_touch=True).page
    page.goto(f"{root(retail)}/processes/promotion/index.html")
    value = retail.book.values["promotion_month_first"]
    shown = page.locator("article").get_by_text(value.text("zh"), exact=True).first
    read = "e => getComputedStyle(e, '::after').content"
    label = value.parameter.name.zh
    assert label not in shown.evaluate(read)
    shown.tap()
    assert label in shown.evaluate(read)
    page.get_by_role("heading", level=1).tap()
    assert label not in shown.evaluate(read)
