"""Companies side by side: one switch leads from each page to the same page of the others."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browsing import Tab
from building import COMPANIES, Built
from playwright.sync_api import Page, expect

from handbook.company.wording import plain_text

Open = Callable[..., Tab]
Root = Callable[[Built], str]
ONLY_HERE = "roles/supervisor/index.html"  # 岚城 has no such level


def short_name(built: Built) -> str:
    return plain_text(built.book.company.short_name, built.book, "zh")


def open_switch(page: Page) -> None:
    page.locator(".hb-switch summary").click()


def test_every_page_has_the_switch_and_it_names_all(sites: dict[str, Built]) -> None:
    for built in sites.values():
        for name, page in built.pages.items():
            if name == "404.html":
                continue
            lists = [e for e in page.all("nav") if e.attributes.get("class") == "hb-switch"]
            assert len(lists) == 1, name
            assert all(short_name(other) in lists[0].text for other in sites.values()), name
            current = [e.text for e in page.all("a") if e.attributes.get("aria-current") == "true"]
            assert current == [short_name(built)], name


def test_company_by_itself_has_no_switch_and_names_no_other(
    alone: Built, sites: dict[str, Built]
) -> None:
    names = [short_name(sites[company]) for company in COMPANIES if company != alone.company]
    for name, content in alone.files.items():
        if not name.endswith((".html", ".json", ".js", ".xml")):
            continue
        text = content.decode()
        assert 'class="hb-switch"' not in text, name
        assert [other for other in names if other in text] == [], name


@pytest.mark.browser
def test_switch_keeps_the_page_or_leads_home(
    sites: dict[str, Built], root: Root, tab: Open
) -> None:
    page = tab().page
    start, same, without = (
        sites[c] for c in ("xingqiao-retail", "yihe-elder-care", "lancheng-service-desk")
    )
    assert ONLY_HERE not in without.files
    page.goto(f"{root(start)}/{ONLY_HERE}")
    header = page.locator(".hb-switch")
    expect(header).to_contain_text(short_name(start))
    open_switch(page)
    page.locator(".hb-switch a", has_text=short_name(same)).click()
    page.wait_for_url(f"**/{same.folder.name}/{ONLY_HERE}")
    expect(page.locator(".hb-switch summary")).to_contain_text(short_name(same))
    open_switch(page)
    page.locator(".hb-switch a", has_text=short_name(without)).click()
    page.wait_for_url(f"**/{without.folder.name}/index.html")
    expect(page).to_have_title(re.compile(re.escape(short_name(without))))
    open_switch(page)
    page.locator(".hb-switch a", has_text=short_name(start)).click()
    page.wait_for_url(f"**/{start.folder.name}/index.html")


@pytest.mark.browser
def test_switch_by_keyboard(sites: dict[str, Built], root: Root, tab: Open) -> None:
    page = tab().page
    start, other = sites["yihe-elder-care"], sites["xingqiao-retail"]
    page.goto(f"{root(start)}/processes/promotion/index.html")
    summary = page.locator(".hb-switch summary")
    for _ in range(30):
        page.keyboard.press("Tab")
        if summary.evaluate("e => e === document.activeElement"):
            break
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    link = page.locator(".hb-switch a", has_text=short_name(other))
    expect(link).to_be_visible()
    for _ in COMPANIES:
        page.keyboard.press("Tab")
        if link.evaluate("e => e === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{other.folder.name}/processes/promotion/index.html")


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_switch_stands_at_the_top_and_its_list_on_the_screen(
    retail: Built, tab: Open, width: int
) -> None:
    page = tab(viewport={"width": width, "height": 800}).page
    page.goto(f"{retail.folder.as_uri()}/roles/manager/index.html")
    summary, heading = page.locator(".hb-switch summary"), page.locator("h1")
    place, below = summary.bounding_box(), heading.bounding_box()
    assert place is not None
    assert below is not None
    assert place["y"] + place["height"] < min(160, below["y"])
    open_switch(page)
    for link in page.locator(".hb-switch a").all():
        expect(link).to_be_visible()
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert link.evaluate(
            """e => { const b = e.getBoundingClientRect();
                return e.contains(document.elementFromPoint(b.x + 20, b.y + b.height / 2)); }"""
        ), "something covers the list"
