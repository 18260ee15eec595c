"""Checklists as people use them: ticked, kept in the browser, printed, exported, a new edition."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import Tab, serve
from building import DATA, Built, build, replace
from lacking import skip
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
Root = Callable[[Built], str]
COMPANY = "xingqiao-retail"
ROLE = "roles/junior-agent/index.html"
LIST = "junior-agent--intermediate-agent.promotion"
VERSION = "2.0"
GONE, NEW = "shift-work", "service-awareness"
KEY = f"handbook-checklist/{COMPANY}/{LIST}"


def opened(page: Page, name: str = LIST) -> Locator:
    """The list, unfolded."""
    found = page.locator(f"[id='checklist-{name}']")
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def box(found: Locator, item: str) -> Locator:
    return found.locator(f"[data-item='{item}']").get_by_role("checkbox")


def count(found: Locator) -> int:
    return found.locator("[data-item]").count()


def test_ticks_by_mouse_and_keyboard_are_kept(retail: Built, root: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{root(retail)}/{ROLE}")
    found = opened(page)
    number = count(found)
    found.locator("[data-item='promotion-csat'] label").click()
    expect(box(found, "promotion-csat")).to_be_checked()
    box(found, "promotion-csat").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(box(found, "promotion-response-time")).to_be_checked()
    said = f"已满足 2 / {number} 项"
    expect(found.get_by_role("status").filter(has_text=said)).to_be_visible()
    expect(found.locator("summary")).to_contain_text(said)
    assert found.locator("progress").evaluate("p => [p.value, p.max]") == [2, number]
    page.reload()
    again = page.locator(f"[id='checklist-{LIST}']")
    expect(again).to_have_attribute("open", "")  # a list with ticks opens by itself
    expect(again.get_by_role("checkbox", checked=True)).to_have_count(2)
    other = page.locator("[data-feature=checklist]").nth(1)
    expect(other.locator("summary")).to_contain_text("已满足 0 /")
    expect(other.locator("input:checked")).to_have_count(0)


def test_export_is_a_text_file_of_what_the_page_shows(retail: Built, root: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{root(retail)}/{ROLE}")
    found = opened(page)
    box(found, "promotion-csat").check()
    with page.expect_download() as download:
        found.get_by_role("button", name="导出文本").click()
    assert download.value.suggested_filename == "准备清单-初级客服-中级客服.txt"
    written = Path(download.value.path()).read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    lines = written.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "准备清单：初级客服 → 中级客服"
    company = retail.book.company
    assert lines[1].startswith(f"{company.name.zh} · 手册版本 {company.version} · 日期：20")
    assert lines[2] == f"已满足 1 / {count(found)} 项"
    ticks = [line for line in lines if line.startswith("[")]
    assert len(ticks) == count(found)
    score = retail.book.values["csat_score"].text("zh")
    assert [line for line in ticks if line.startswith("[x] ")] == [
        line for line in ticks if f"客户满意度评分不低于 {score}" in line
    ]
    assert len([line for line in ticks if line.startswith("[x] ")]) == 1


def test_only_the_list_is_printed(
    retail: Built, somewhere: Root, tab: Open, tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        skip("pdftotext, from poppler-utils")
    page = tab().page
    page.goto(f"{somewhere(retail)}/{ROLE}")
    found = opened(page)
    box(found, "promotion-csat").check()
    # A browser without a window has no dialog to wait in; what is on paper is what it would print
    page.evaluate("window.print = () => {}")
    found.get_by_role("button", name="打印这份清单").click()
    page.pdf(path=tmp_path / "list.pdf", format="A4")
    printed = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "list.pdf"), "-"],
        capture_output=True, check=True, encoding="utf-8",
    ).stdout  # fmt: skip
    assert printed.split()[0] == "准备清单：初级客服"
    assert f"已满足 1 / {count(found)} 项" in printed
    assert f"手册版本 {retail.book.company.version}" in printed
    assert "满意度月报" in printed
    for elsewhere in ("与现在相比", "导出文本", "运营助理", "发现有误"):
        assert elsewhere in (page.text_content("body") or "")
        assert elsewhere not in printed
    # Afterwards the page is as it was
    expect(page.locator(".hb-checklist-sheet")).to_have_count(0)
    expect(page.locator("html")).not_to_have_class("hb-prints-checklist")


def test_clearing_asks_in_the_page_first(retail: Built, root: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{root(retail)}/{ROLE}")
    found = opened(page)
    clear = found.get_by_role("button", name="全部清除")
    expect(clear).to_be_disabled()
    box(found, "promotion-csat").check()
    clear.click()
    expect(found.get_by_text("确定清除 1 项勾选吗")).to_be_visible()
    expect(found.get_by_role("button", name="保留")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(found, "promotion-csat")).to_be_checked()
    clear.click()
    found.get_by_role("button", name="确定清除").click()
    expect(found.locator("input:checked")).to_have_count(0)
    expect(found.get_by_text("确定清除 1 项勾选吗")).to_be_hidden()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_two_tabs_stay_in_step_and_companies_apart(
    sites: dict[str, Built], http: str, tab: Open
) -> None:
    first = tab()
    second = first.context.new_page()
    for page in (first.page, second):
        page.goto(f"{http}/{COMPANY}/{ROLE}")
    ours, theirs = opened(first.page), opened(second)
    box(ours, "promotion-csat").check()
    expect(box(theirs, "promotion-csat")).to_be_checked()
    box(theirs, "promotion-target").check()
    expect(box(ours, "promotion-target")).to_be_checked()
    box(ours, "promotion-csat").uncheck()
    expect(box(theirs, "promotion-csat")).not_to_be_checked()
    expect(box(theirs, "promotion-target")).to_be_checked()
    second.goto(f"{http}/yihe-elder-care/{ROLE}")
    expect(second.locator("[data-feature=checklist]").first).to_be_attached()
    expect(second.locator("[data-feature=checklist] input:checked")).to_have_count(0)


def test_nothing_is_sent(retail: Built, http: str, tab: Open) -> None:
    page = tab().page
    page.goto(f"{http}/{retail.folder.name}/{ROLE}", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found = opened(page)
    for checkbox in found.get_by_role("checkbox").all():
        checkbox.check()
    with page.expect_download():
        found.get_by_role("button", name="导出文本").click()
    found.get_by_role("button", name="打印这份清单").click()
    found.get_by_role("button", name="全部清除").click()
    found.get_by_role("button", name="确定清除").click()
    page.wait_for_timeout(300)
    assert [url for url in asked if not url.startswith("blob:")] == []


BROKEN = (
    "{", "null", "[]", "7", '"x"', '{"ticked": 1}', '{"edition":"1","known":[],"ticked":{"a":"b"}}',
    '{"edition":1,"known":[],"ticked":{}}', '{"edition":"1","known":{},"ticked":{}}',
    '{"edition":"1","known":[],"ticked":{"a":[1,{}]}}', "\u0000", "",
)  # fmt: skip


def test_broken_records_are_told_and_replaced(retail: Built, somewhere: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{somewhere(retail)}/{ROLE}")
    for record in BROKEN:
        page.evaluate("([key, record]) => localStorage.setItem(key, record)", [KEY, record])
        page.reload()
        found = opened(page)
        trouble = found.get_by_text("以前保存的勾选无法读取")
        expect(trouble).to_be_visible()
        expect(found.locator("summary")).to_contain_text(f"已满足 0 / {count(found)} 项")
        box(found, "promotion-csat").check()
        expect(trouble).to_be_hidden()
        kept = page.evaluate("key => JSON.parse(localStorage.getItem(key)).ticked", KEY)
        assert list(kept) == ["promotion-csat"]
    page.reload()
    expect(box(page.locator(f"[id='checklist-{LIST}']"), "promotion-csat")).to_be_checked()


def test_hostile_records_are_text(retail: Built, somewhere: Root, tab: Open) -> None:
    page = tab().page
    page.goto(f"{somewhere(retail)}/{ROLE}")
    text = "<img src=x onerror=alert(1)><script>alert(2)</script>{before}"
    record = {
        "edition": text,
        "known": ["promotion-csat", "constructor"],
        "ticked": {"promotion-csat": ["0", text], "toString": ["0", text], text: ["0", text]},
    }
    raw = json.dumps(record)[:-2] + ', "__proto__": ["0", "proto"]}}'
    page.evaluate("([key, raw]) => localStorage.setItem(key, raw)", [KEY, raw])
    elements = page.locator("img, script").count()
    page.reload()
    found = page.locator(f"[id='checklist-{LIST}']")
    expect(found.locator("summary")).to_contain_text(f"已满足 1 / {count(found)} 项")
    expect(found.locator("[data-gone]")).to_contain_text(text)
    expect(found.locator("[data-gone]")).to_contain_text("proto")
    expect(found.locator("[data-item='promotion-csat']")).to_contain_text(text)
    assert page.locator("img, script").count() == elements
    assert page.evaluate("({}).ticked === undefined && Array.isArray([])")


NO_STORAGE = {
    "forbidden": """Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('no', 'SecurityError'); } });""",
    "full": """Storage.prototype.setItem = function () {
        throw new DOMException('full', 'QuotaExceededError'); };""",
}


@pytest.mark.parametrize("how", NO_STORAGE)
def test_without_storage_ticking_works_and_says_that_nothing_stays(
    how: str, retail: Built, root: Root, tab: Open
) -> None:
    opening = tab()
    opening.page.add_init_script(NO_STORAGE[how])
    page = opening.page
    page.goto(f"{root(retail)}/{ROLE}")
    found = opened(page)
    box(found, "promotion-csat").check()
    box(found, "promotion-target").check()
    box(found, "promotion-csat").uncheck()
    expect(box(found, "promotion-target")).to_be_checked()
    expect(found.locator("summary")).to_contain_text(f"已满足 1 / {count(found)} 项")
    expect(found.get_by_text("这个浏览器不允许保存数据")).to_be_visible()
    # The theme needs storage for its palette; what it says when there is none is not ours
    opening.complaints[:] = [one for one in opening.complaints if one != "error: no"]


def test_without_script_the_list_can_be_read_and_ticked(
    retail: Built, root: Root, tab: Open
) -> None:
    page = tab(java_script_enabled=False).page
    page.goto(f"{root(retail)}/{ROLE}")
    found = page.locator(f"[id='checklist-{LIST}']")
    found.locator("summary").click()
    found.get_by_role("checkbox").first.check()
    expect(found.get_by_role("button")).to_have_count(0)
    expect(found.get_by_text("勾选不会保留")).to_be_visible()
    expect(found.get_by_text("只保存在这个浏览器里")).to_be_hidden()


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, Path, str]]:
    """Two editions and the folder that a web server shows."""
    folder = tmp_path_factory.mktemp("editions")
    old = Path(shutil.copytree(DATA, folder / "old"))
    new = Path(shutil.copytree(DATA, folder / "new"))
    company = new / "companies" / COMPANY / "company.yml"
    replace(company, "\n  csat_score: 4.6\n", "\n  csat_score: 4.7\n")
    replace(company, f'\nversion: "{VERSION}"\n', '\nversion: "9.9"\n')
    role = new / "roles" / "intermediate-agent.yml"
    replace(role, f"\n  - {GONE}\n", f"\n  - {NEW}\n")
    builds = [build(COMPANY, each, folder / f"out-{each.name}").folder for each in (old, new)]
    shown = folder / "shown"
    shown.mkdir()
    with serve(shown) as address:
        yield builds[0], builds[1], shown / "handbook", f"{address}/handbook/{ROLE}"


def publish(site: Path, at: Path) -> None:
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(site, at)


def test_a_new_edition_marks_what_changed_since_the_ticks(
    editions: tuple[Path, Path, Path, str], tab: Open
) -> None:
    old, new, at, address = editions
    publish(old, at)
    page = tab().page
    page.goto(address)
    found = opened(page)
    number = count(found)
    for item in ("promotion-csat", "promotion-target", GONE):
        box(found, item).check()
    gone = found.locator(f"[data-item='{GONE}'] [data-text]").inner_text()
    was = found.locator("[data-item='promotion-csat'] [data-text]").inner_text()
    publish(new, at)
    page.reload()
    expect(found.locator("[data-item]")).to_have_count(number)
    expect(found.locator("summary")).to_contain_text(f"已满足 2 / {number} 项")
    expect(found.get_by_text(
        f"上次勾选时为手册版本 {VERSION}，现为版本 9.9："
        "1 项内容有变化，1 项新增，1 项不再要求。"
    )).to_be_visible()  # fmt: skip
    expect(found.locator("[data-gone]")).to_have_text(f"勾选过、现在不再要求：{gone}")
    marked = found.locator("[data-item]", has_text="上次勾选后")
    expect(marked).to_have_count(2)
    changed = found.locator("[data-item='promotion-csat']")
    expect(changed).to_contain_text("4.7 分")
    expect(changed).to_contain_text(f"勾选时的内容：{was}")
    expect(box(found, "promotion-csat")).to_be_checked()
    expect(found.locator(f"[data-item='{NEW}']")).to_contain_text("上次勾选后新增")
    expect(box(found, NEW)).not_to_be_checked()
    # Marks stay while other items are ticked, and go when each is looked at
    box(found, "promotion-resolution").check()
    page.reload()
    expect(marked).to_have_count(2)
    changed.get_by_role("button", name="已核对").click()
    expect(marked).to_have_count(1)
    expect(box(found, "promotion-csat")).to_be_focused()
    box(found, NEW).check()
    expect(marked).to_have_count(0)
    found.get_by_role("button", name="全部已知悉").click()
    expect(found.locator("[data-news]")).to_be_hidden()
    page.reload()
    expect(found.locator("summary")).to_contain_text(f"已满足 4 / {number} 项")
    expect(marked).to_have_count(0)
    expect(found.locator("[data-news]")).to_be_hidden()
