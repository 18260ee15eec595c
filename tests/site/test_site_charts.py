"""Flowcharts as people use them: by mouse, keyboard and touch, and without any script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from browsing import Tab, page_of
from building import Built
from playwright.sync_api import Locator, Page, expect

from handbook.company.wording import name_of
from handbook.model import Process

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
Root = Callable[[Built], str]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DETAILS = ".hb-details"


def opened(tab: Open, root: str, process: str = "promotion", query: str = "", **how: Any) -> Page:
    page = tab(**{"reduced_motion": "reduce", **how}).page
    page.goto(f"{root}/{page_of(('process', process))}{query}")
    return page


def box(page: Page, process: Process, number: int) -> Locator:
    """The box of a step in the chart, the first one being 1."""
    return page.locator(f'a.hb-box[data-step="{process.id}/{process.steps[number - 1].id}"]')


def apart(one: Locator, other: Locator) -> bool:
    a, b = one.bounding_box(), other.bounding_box()
    assert a is not None
    assert b is not None
    return (
        a["y"] + a["height"] <= b["y"] + 1
        or b["y"] + b["height"] <= a["y"] + 1
        or a["x"] + a["width"] <= b["x"] + 1
        or b["x"] + b["width"] <= a["x"] + 1
    )


def in_sight(page: Page, one: Locator) -> bool:
    found, size = one.bounding_box(), page.viewport_size
    assert found is not None
    assert size is not None
    return (
        found["x"] >= 0
        and found["y"] >= 0
        and found["x"] + found["width"] <= size["width"]
        and found["y"] + found["height"] <= size["height"]
    )


def test_hovering_shows_every_steps_details(retail: Built, somewhere: Root, tab: Open) -> None:
    page = opened(tab, somewhere(retail))
    details = page.locator(DETAILS)
    process = retail.book.processes["promotion"]
    for number, step in enumerate(process.steps, 1):
        one = box(page, process, number)
        page.mouse.move(2, 2)
        one.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        one.hover()
        expect(details).to_have_attribute("aria-label", step.name.zh)
        expect(details).to_be_visible()
        expect(details).to_contain_text(name_of(retail.book, "actor", str(step.actor), "zh"))
        assert apart(details, one), step.id
        assert in_sight(page, details), step.id
        if step.within:
            expect(details).to_contain_text(retail.book.values[step.within].text("zh"))
        if step.form:
            link = details.locator(f'.hb-step__who a[href$="{page_of(("form", str(step.form)))}"]')
            expect(link).to_be_visible()
        for outcome in step.outcomes:
            expect(details).to_contain_text(outcome.label.zh)
        for href in details.locator("a").evaluate_all("all => all.map((a) => a.href)"):
            path = unquote(urlsplit(href).path).rpartition(f"{retail.folder.name}/")[2]
            assert path in retail.pages, href
            assert not (mark := urlsplit(href).fragment) or mark in retail.pages[path].ids
        assert page.evaluate("scrollY") == before
        assert in_sight(page, page.locator(f"#step-{step.id}").locator("strong").first)
        page.keyboard.press("Escape")
        expect(details).to_be_hidden()


def test_details_stay_while_the_pointer_is_in_them(retail: Built, tab: Open) -> None:
    page = opened(tab, retail.folder.as_uri())
    details = page.locator(DETAILS)
    box(page, retail.book.processes["promotion"], 1).hover()
    expect(details).to_be_visible()
    details.hover()
    page.wait_for_timeout(500)
    expect(details).to_be_visible()
    page.mouse.move(2, 2)
    expect(details).to_be_hidden()


def test_list_and_chart_mark_the_same_step(retail: Built, tab: Open) -> None:
    page = opened(tab, retail.folder.as_uri())
    process = retail.book.processes["promotion"]
    page.locator(f"#step-{process.steps[1].id} strong").first.hover()
    expect(box(page, process, 2)).to_have_class(re.compile("is-current"))
    expect(page.locator(DETAILS)).to_have_count(0)
    box(page, process, 3).hover()
    expect(page.locator(f"#step-{process.steps[2].id}")).to_have_class(re.compile("is-current"))
    expect(box(page, process, 2)).not_to_have_class(re.compile("is-current"))


@pytest.mark.parametrize("width", [390, 1280])
def test_keyboard_goes_into_the_details_and_back(
    retail: Built, root: Root, tab: Open, width: int
) -> None:
    page = opened(tab, root(retail), viewport={"width": width, "height": 800})
    process = retail.book.processes["promotion"]
    page.locator(".hb-chart__scroll").focus()
    page.keyboard.press("Tab")
    first = box(page, process, 1)
    expect(first).to_be_focused()
    details = page.locator(DETAILS)
    expect(details).to_contain_text(process.steps[0].name.zh)
    assert in_sight(page, details)
    page.keyboard.press("Tab")
    expect(box(page, process, 2)).to_be_focused()
    expect(details).to_contain_text(process.steps[1].name.zh)
    page.keyboard.press("Enter")
    expect(details.locator("a").first).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.hb-details').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(box(page, process, 2)).to_be_focused()
    expect(details).to_be_hidden()


def test_touch_shows_details_within_the_phone(retail: Built, root: Root, tab: Open) -> None:
    page = opened(tab, root(retail), **PHONE)
    process = retail.book.processes["promotion"]
    page.get_by_role("main").get_by_role("link", name="流程图", exact=True).tap()
    details = page.locator(DETAILS)
    for number in (1, 3):
        box(page, process, number).tap()
        expect(details).to_contain_text(process.steps[number - 1].name.zh)
        assert in_sight(page, details)
        assert apart(details, box(page, process, number))
    details.locator("a").first.tap()
    assert page.url.endswith(f"#step-{process.steps[2].id}")
    expect(details).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


UNFOLDED = """[...document.querySelectorAll('.hb-steps > li')]
    .filter((li) => li.querySelector('.hb-step__who').offsetHeight).map((li) => li.dataset.step)"""
BRIGHT = """[...document.querySelectorAll('a.hb-box[data-step]')]
    .filter((box) => !box.matches('.is-other')).map((box) => box.dataset.step)"""


def test_each_actor_sees_his_part(site: Built, somewhere: Root, tab: Open) -> None:
    page = opened(tab, somewhere(site), str(next(iter(site.book.processes))))
    seen = 0
    for process in site.book.processes.values():
        page.goto(f"{somewhere(site)}/{page_of(('process', str(process.id)))}")
        choice = page.locator("form.hb-part select")
        for actor in dict.fromkeys(str(step.actor) for step in process.steps):
            choice.select_option(actor)
            name = name_of(site.book, "actor", actor, "zh")
            mine = [n for n, step in enumerate(process.steps, 1) if step.actor == actor]
            said = f"{name}：第 {'、'.join(map(str, mine))} 步"
            expect(page.locator("form.hb-part output")).to_have_text(said)
            steps = [f"{process.id}/{step.id}" for step in process.steps if step.actor == actor]
            assert page.evaluate(UNFOLDED) == steps
            assert sorted(page.evaluate(BRIGHT)) == sorted(steps)
            assert page.url.endswith(f"?actor={actor}")
            seen += 1
        choice.select_option("")
        expect(page.locator(".is-other, .is-mine")).to_have_count(0)
        assert "?" not in page.url
    assert seen > 10


def test_a_link_chooses_an_actor_and_paper_has_all_steps(
    retail: Built, root: Root, tab: Open
) -> None:
    page = opened(tab, root(retail), query="?actor=hr")
    steps = retail.book.processes["promotion"].steps
    expect(page.locator("form.hb-part select")).to_have_value("hr")
    first = page.locator(f"#step-{steps[0].id} .hb-step__who")
    expect(first).to_be_hidden()
    page.emulate_media(media="print")
    expect(first).to_be_visible()
    expect(page.locator("form.hb-part")).to_be_hidden()
    expect(page.locator("button[data-zoom=open]")).to_be_hidden()
    chart = page.locator(".hb-process__chart").bounding_box()
    assert chart is not None
    assert chart["height"] < 257 * 96 / 25.4  # A4 without margins, in CSS pixels
    page.emulate_media(media="screen")
    page.goto(f"{page.url.partition('?')[0]}?actor=nobody")
    expect(page.locator("form.hb-part select")).to_have_value("")


SCALE = (
    "(arg) => new DOMMatrix(getComputedStyle(document.querySelector('dialog[open] svg'))"
    ".transform).a "
)


def transform(page: Page) -> tuple[float, float, float]:
    """Where the chart in the dialog is and how large: x, y, scale."""
    found: list[float] = page.locator("dialog[open] svg").evaluate(
        "e => { const m = new DOMMatrix(getComputedStyle(e).transform); return [m.e, m.f, m.a]; }"
    )
    return found[0], found[1], found[2]


def test_full_screen_zooms_and_moves(retail: Built, root: Root, tab: Open) -> None:
    page = opened(tab, root(retail))
    button = page.get_by_role("button", name="全屏查看")
    button.click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_be_visible()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))
    scale = transform(page)[2]
    for press in (
        lambda: dialog.get_by_role("button", name="放大").click(),
        lambda: page.keyboard.press("+"),
        lambda: (page.mouse.move(640, 450), page.mouse.wheel(0, -100)),
    ):
        press()
        page.wait_for_function(SCALE + "> arg", arg=scale, timeout=5000)
        scale = transform(page)[2]
    for press in (
        lambda: dialog.get_by_role("button", name="缩小").click(),
        lambda: page.keyboard.press("-"),
        lambda: (page.mouse.move(640, 450), page.mouse.wheel(0, 100)),
    ):
        press()
        page.wait_for_function(SCALE + "< arg", arg=scale, timeout=5000)
        scale = transform(page)[2]
    dialog.get_by_role("button", name="适合窗口").click()
    assert in_sight(page, dialog.locator("svg"))
    whole = transform(page)
    page.keyboard.press("ArrowDown")
    assert transform(page)[1] < whole[1]
    page.keyboard.press("ArrowRight")
    assert transform(page)[0] < whole[0]
    page.keyboard.press("0")
    assert transform(page) == whole
    process = retail.book.processes["promotion"]
    box(page, process, 3).hover()
    page.mouse.down()
    page.mouse.move(800, 600, steps=5)
    page.mouse.up()
    assert transform(page)[:2] != whole[:2]
    assert transform(page)[2] == whole[2]
    page.keyboard.press("Escape")
    if dialog.count():  # the first Escape was for the details at the pointer
        page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()
    expect(page.locator(".hb-chart__scroll svg")).to_be_visible()


def test_keyboard_reaches_boxes_and_details_in_full_screen(retail: Built, tab: Open) -> None:
    page = opened(tab, retail.folder.as_uri())
    process = retail.book.processes["promotion"]
    page.get_by_role("button", name="全屏查看").focus()
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("+")
    for number in range(1, 8):
        page.keyboard.press("Tab")
        expect(box(page, process, number)).to_be_focused()
        assert in_sight(page, box(page, process, number)), box(page, process, number).bounding_box()
        assert in_sight(page, page.locator(DETAILS)), number
    page.keyboard.press("Escape")
    expect(page.locator(DETAILS)).to_be_hidden()
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_two_fingers_zoom_and_one_moves(retail: Built, tab: Open) -> None:
    page = opened(tab, retail.folder.as_uri(), **PHONE)
    page.get_by_role("button", name="全屏查看").tap()
    scale = transform(page)[2]
    touch = page.context.new_cdp_session(page)

    def fingers(kind: str, *points: tuple[int, int]) -> None:
        given = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": given})

    fingers("touchStart", (150, 400), (250, 400))
    for wide in (20, 40, 60):
        fingers("touchMove", (150 - wide, 400), (250 + wide, 400))
    fingers("touchEnd")
    zoomed = transform(page)
    assert zoomed[2] == pytest.approx(scale * 2.2, rel=0.15)
    fingers("touchStart", (200, 400))
    for down in (20, 40, 60):
        fingers("touchMove", (200, 400 + down))
    fingers("touchEnd")
    assert transform(page)[2] == zoomed[2]
    assert transform(page)[1] == pytest.approx(zoomed[1] + 60, abs=25)


@pytest.mark.parametrize("path", ["careers", "policies/promotion-policy", "roles/junior-agent"])
def test_every_chart_opens_in_full_screen(retail: Built, root: Root, tab: Open, path: str) -> None:
    page = tab().page
    page.goto(f"{root(retail)}/{path}/index.html")
    buttons = page.get_by_role("button", name="全屏查看")
    assert buttons.count() == page.locator("figure.hb-chart").count() > 0
    for button in buttons.all():
        button.click()
        expect(page.locator("dialog[open] svg")).to_be_visible()
        page.get_by_role("button", name="关闭").click()
        expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_without_script_there_are_picture_list_and_links(
    retail: Built, root: Root, tab: Open, width: int
) -> None:
    page = opened(
        tab, root(retail), java_script_enabled=False, viewport={"width": width, "height": 800}
    )
    process = retail.book.processes["promotion"]
    expect(page.locator(".hb-chart__scroll svg")).to_be_visible()
    expect(page.get_by_role("button", name="全屏查看")).to_have_count(0)
    expect(page.locator("form.hb-part")).to_be_hidden()
    for step in process.steps:
        expect(page.locator(f"#step-{step.id} .hb-step__who")).to_be_visible()
    box(page, process, 4).click()
    assert page.url.endswith(f"#step-{process.steps[3].id}")
    assert in_sight(page, page.locator(f"#step-{process.steps[3].id} strong").first)
    places = [page.locator(name).bounding_box() for name in ("#steps", "#chart")]
    assert places[0] is not None
    assert places[1] is not None
    if width == 390:  # the steps first, the chart one touch away
        assert places[0]["y"] < places[1]["y"]
        page.get_by_role("main").get_by_role("link", name="流程图", exact=True).click()
        assert in_sight(page, page.locator("#chart"))
    else:
        assert abs(places[0]["y"] - places[1]["y"]) < 60 or places[0]["x"] < places[1]["x"]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps_when_the_scripts_come(retail: Built, tab: Open, width: int) -> None:
    opened_tab = tab(viewport={"width": width, "height": 800})
    opened_tab.page.add_init_script(
        "window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries()"
        ".map((e) => e.value))).observe({ type: 'layout-shift', buffered: true })"
    )
    opened_tab.page.goto(f"{retail.folder.as_uri()}/processes/promotion/index.html")
    opened_tab.page.wait_for_timeout(300)
    assert opened_tab.page.evaluate("shifts.reduce((a, b) => a + b, 0)") < 0.02


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_not_my_part_can_still_be_read(retail: Built, tab: Open, scheme: str) -> None:
    page = opened(tab, retail.folder.as_uri(), query="?actor=hr", color_scheme=scheme)
    contrast = page.evaluate(
        """() => {
            const paint = document.createElement('canvas').getContext(
                '2d', { willReadFrequently: true });
            const light = (colour) => {
                paint.fillStyle = getComputedStyle(document.body).backgroundColor;
                paint.fillRect(0, 0, 1, 1);
                paint.fillStyle = colour;
                paint.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3)
                    .map((c) => c / 255)
                    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ratio = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            const style = (selector, name) =>
                light(getComputedStyle(document.querySelector(selector))[name]);
            const ground = light(getComputedStyle(document.body).backgroundColor);
            return [
                ratio(ground, style('a.is-other text', 'fill')),
                ratio(ground, style('li.is-other strong', 'color')),
                ratio(style('a.is-mine rect', 'fill'), style('a.is-mine text', 'fill')),
            ];
        }"""
    )
    assert min(contrast) >= 4.5, contrast
