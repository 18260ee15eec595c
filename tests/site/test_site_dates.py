"""My dates: the page counts like Python, says what it can't, and gives a calendar file."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from browsing import Tab
from building import DATA, ROOT, Built
from playwright.sync_api import Page, expect

from handbook.calendar.dates import my_dates
from handbook.company.workshop import Workshop
from handbook.pages.dates_data import rules_data
from handbook.reading.library import load
from handbook.words.catalogue import say

sys.path.append(str(ROOT / "tests" / "calendar"))
from dates_cases import cases, expected

Open = Callable[..., Tab]
PAGE = "dates/index.html"
GOLDEN = ROOT / "tests" / "golden" / "dates"

# The page's own function on cases of plain data, in the form that the golden files have
COUNT = """cases => {
    const dates = handbook.offer(document, "dates-rules");
    return cases.map(({ role, entry, months, since, today }) => dates.of({
        role, months, entry: dates.parse(entry), since: dates.parse(since),
        today: dates.parse(today),
    }).map(({ kind, day, missing, process, step, to }) => [
        kind, day === undefined ? missing : dates.format(day),
        process ?? null, step ?? null, to ?? null,
    ]));
}"""


def opened(tab: Open, site: Built, role: str, entry: str = "", **options: Any) -> Page:
    """The page for a role, with the day of entry typed in."""
    page = tab(**options).page
    page.goto(f"{site.folder.as_uri()}/{PAGE}?role={role}")
    if entry:
        page.get_by_label(say("dates.entry", "zh")).fill(entry)
    return page


def lines(page: Page) -> list[str]:
    return [re.sub(r"\s+", " ", text) for text in page.locator(".hb-days > li").all_inner_texts()]


def test_the_browser_counts_like_python(site: Built, tab: Open) -> None:
    cases = json.loads((GOLDEN / f"{site.company}.json").read_text(encoding="utf-8"))
    assert len(cases) > 40
    page = opened(tab, site, "junior-agent")
    for case, found in zip(cases, page.evaluate(COUNT, cases), strict=True):
        assert found == case["events"], case


def test_the_browser_counts_months_like_python(tmp_path: Path, tab: Open) -> None:
    """Deadlines, days to apply, a window and a tenure in months, with the arithmetic alone."""
    types = {
        "apply_opens_days": 2, "apply_closes_days": 1, "hr_review_days": 1, "interview_days": 0,
        "promotion_apply_days": 1, "tenure_junior": 11,
    }  # fmt: skip
    data = tmp_path / "policy_data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("lancheng*", "yihe*", "blank*"))
    folder = data / "companies" / "xingqiao-retail"
    own = folder / "company.yml"
    text = own.read_text(encoding="utf-8")
    for name, months in types.items():
        text = re.sub(rf"\n  {name}: \d+", f"\n  {name}: {months}", text)
    own.write_text(text, encoding="utf-8")
    kinds = (f"- {{id: {name}, type: months, min: null, max: null}}\n" for name in types)
    with (folder / "parameters.yml").open("a", encoding="utf-8") as file:
        file.writelines(kinds)
    made = Workshop(load(data)).make("xingqiao-retail")
    assert made.sound
    assert made.book is not None
    rules = json.dumps(rules_data(made.book))
    assert '"months"' in rules
    assets = ROOT / "overrides/assets"
    scripts = (assets / "shared.js", assets / "features/dates-rules.js")
    script = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
    page = tab().page
    page.set_content(f"""<script type="application/json" data-feature="dates-rules">{rules}</script>
        <script>{script}</script>""")
    asked = cases(made.book)
    assert len(asked) > 40
    for case, found in zip(asked, page.evaluate(COUNT, asked), strict=True):
        assert found == expected(made.book, case), case


def test_dates_of_a_new_hire(retail: Built, tab: Open, root: Callable[[Built], str]) -> None:
    page = tab().page
    page.goto(f"{root(retail)}/roles/junior-agent/index.html")
    page.get_by_role("link", name=say("dates.open", "zh")).click()
    expect(page.get_by_label(say("dates.role", "zh"), exact=True)).to_have_value("junior-agent")
    assert page.get_by_label(say("dates.contract", "zh")).input_value() == "36"
    page.get_by_label(say("dates.entry", "zh")).fill("2026-03-02")
    rows = lines(page)
    for day, weekday, words in (
        ("2026 年 4 月 6 日", "周一", "最迟提交转正申请 申请人"),
        ("2026 年 4 月 8 日", "周三", "直属上级评估：最迟办完 直属上级"),
        ("2026 年 6 月 1 日", "周一", "试用期最后一天"),
    ):
        assert [row for row in rows if row.startswith(f"{day} {weekday} {words}")], rows
    stamps = page.locator(".hb-days time").evaluate_all("all => all.map(one => one.dateTime)")
    assert stamps == sorted(stamps)
    expect(page.get_by_role("status")).to_contain_text(f"共 {len(rows)} 个日期")
    # a shorter contract: the law allows two months
    page.get_by_label(say("dates.contract", "zh")).fill("12")
    assert any(row.startswith("2026 年 5 月 1 日 周五 试用期最后一天") for row in lines(page))
    page.get_by_label(say("dates.contract", "zh")).fill("2")
    expect(page.locator(".hb-dates")).to_contain_text(say("dates.row.no-probation", "zh"))
    page.get_by_label(say("dates.open-ended", "zh")).check()
    assert any(row.startswith("2026 年 6 月 1 日 周一 试用期最后一天") for row in lines(page))
    link = page.get_by_role("link", name="直属上级评估：最迟办完")
    link.click()
    assert page.url.endswith("processes/confirmation/index.html#step-superior-review")
    page.go_back()  # what was typed is still there
    expect(page.get_by_label(say("dates.entry", "zh"))).to_have_value("2026-03-02")
    assert "2026-03" not in page.url


def test_years_without_a_calendar_are_named(retail: Built, tab: Open) -> None:
    page = opened(tab, retail, "junior-agent", "2026-12-01")
    rows = lines(page)
    assert any(row.startswith("2027 年 2 月 28 日 周日 试用期最后一天") for row in rows)
    unknown = [row for row in rows if "2027 年的放假安排尚未公布，此日期暂不能计算" in row]
    assert len(unknown) > 5
    assert all("周" not in row.split("（")[0][:20] for row in unknown)


def test_today_is_marked_and_the_past_is_quiet(retail: Built, tab: Open) -> None:
    page = tab().page
    page.clock.set_fixed_time("2026-04-08T09:30:00")
    page.goto(f"{retail.folder.as_uri()}/{PAGE}?role=junior-agent")
    page.get_by_label(say("dates.entry", "zh")).fill("2026-03-02")
    today = page.locator(".hb-days [aria-current=date]")
    expect(today).to_have_count(1)
    expect(today).to_contain_text("直属上级评估")
    expect(today).to_contain_text("今天")
    expect(page.locator(".hb-days .hb-past").first).to_contain_text("已过 9 天")
    expect(page.get_by_role("status")).to_contain_text("下一个：直属上级评估")


@pytest.mark.parametrize("entry", ["1900-01-01", "2300-01-01"])
def test_impossible_days_are_told_at_the_field(entry: str, retail: Built, tab: Open) -> None:
    page = opened(tab, retail, "junior-agent", "2026-03-02")
    field = page.get_by_label(say("dates.entry", "zh"))
    field.fill(entry)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(say("dates.error.entry", "zh"))
    expect(page.locator(".hb-days")).to_be_hidden()
    field.fill("")
    expect(page.get_by_text(say("dates.error.entry", "zh"))).to_be_visible()
    field.fill("2026-03-02")
    expect(page.get_by_text(say("dates.error.entry", "zh"))).to_be_hidden()
    expect(page.locator(".hb-days")).to_be_visible()


@pytest.mark.parametrize("typed", ["0", "0.5", "601", "-3", "", "e"])
def test_impossible_contracts_are_told_at_the_field(typed: str, retail: Built, tab: Open) -> None:
    page = opened(tab, retail, "junior-agent", "2026-03-02")
    field = page.get_by_label(say("dates.contract", "zh"))
    field.fill("")
    field.press_sequentially(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(say("dates.error.months", "zh"))
    field.fill("36")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    page.get_by_label(say("dates.since", "zh")).fill("2020-01-01")  # before the first day
    expect(page.get_by_text(say("dates.error.since", "zh"))).to_be_visible()


# —— the calendar file ——


def read_ics(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar file; fails where RFC 5545 is not kept."""
    assert data.endswith(b"\r\n")
    raw = data.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in raw)
    for line in raw:
        line.decode()  # no character is cut
    content = data.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert content[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert content[2].startswith("PRODID:")
    assert content[-1] == "END:VCALENDAR"
    events: list[dict[str, str]] = []
    inside: list[str] = []
    for line in content:
        name, _, value = line.partition(":")
        assert re.fullmatch(r"[A-Z]+(;[A-Z]+=[A-Z-]+)*", name), line
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VEVENT":
            assert name not in events[-1]
            events[-1][name] = value
        elif inside[-1] == "VALARM":
            events[-1][f"alarm {name}"] = value
    assert inside == []
    assert "METHOD" not in data.decode()
    return events


def day_of(value: str) -> date:
    return date(int(value[:4]), int(value[4:6]), int(value[6:]))


def download(page: Page, folder: Path) -> list[dict[str, str]]:
    with page.expect_download() as info:
        page.get_by_role("button", name=say("dates.export", "zh")).click()
    assert info.value.suggested_filename == "我的日期.ics"
    info.value.save_as(folder / "dates.ics")
    return read_ics((folder / "dates.ics").read_bytes())


def test_the_calendar_file_holds_the_same_dates(retail: Built, tab: Open, tmp_path: Path) -> None:
    page = opened(tab, retail, "junior-agent", "2026-03-02")
    events = download(page, tmp_path)
    role, entry = retail.book.roles["junior-agent"], date(2026, 3, 2)
    own = my_dates(retail.book, role, entry, 36, since=entry, today=date.today())
    expected = sorted(e.day for e in own if e.day and e.kind != "latest")
    assert [day_of(event["DTSTART;VALUE=DATE"]) for event in events] == expected
    for event in events:
        starts, ends = (day_of(event[f"DT{n};VALUE=DATE"]) for n in ("START", "END"))
        assert ends == starts + timedelta(1)
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        assert event["SUMMARY"]
    assert len({event["UID"] for event in events}) == len(events)
    # one working day before at nine: the first day to apply, a Monday, is told of on Friday
    (opens,) = (e for e in events if e["UID"].split(".")[2].startswith("apply-opens"))
    assert opens["alarm TRIGGER"] == "-PT63H"
    again = {event["UID"] for event in download(page, tmp_path)}
    assert again == {event["UID"] for event in events}
    page.get_by_label(say("dates.remind", "zh")).uncheck()
    assert not any("alarm TRIGGER" in event for event in download(page, tmp_path))


def test_text_that_is_syntax_in_a_calendar_is_escaped(
    retail: Built, tab: Open, tmp_path: Path
) -> None:
    page = opened(tab, retail, "junior-agent")
    text = "a,b;c\\d\nBEGIN:VEVENT " + "岗位🙂" * 30
    with page.expect_download() as info:
        page.evaluate(
            """text => handbook.offer(document, "ics").save([{ day: 20000,
                summary: text, description: text, uid: "x", url: null, remind: null }],
                (day) => new Date(day * 864e5).toISOString().slice(0, 10))""",
            text,
        )
    info.value.save_as(tmp_path / "x.ics")
    (event,) = read_ics((tmp_path / "x.ics").read_bytes())
    assert event["SUMMARY"] == "a\\,b\\;c\\\\d\\nBEGIN:VEVENT " + "岗位🙂" * 30
    assert event["DTSTART;VALUE=DATE"] == "20241004"


# —— looks and the page without script ——


def test_useful_without_script(site: Built, tab: Open) -> None:
    page = opened(tab, site, "junior-agent", java_script_enabled=False)
    expect(page.locator(".hb-dates form")).to_be_hidden()
    expect(page.get_by_role("heading", name=say("dates.how", "zh"))).to_be_visible()
    expect(page.get_by_text("对应日的前一天")).to_be_visible()
    assert page.locator(".hb-scroll tbody tr").count() > 5


def test_fits_a_phone(retail: Built, tab: Open) -> None:
    page = opened(
        tab, retail, "service-director", "2026-03-02", viewport={"width": 390, "height": 800}
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".hb-bar__fill").count() > 5
    boxes = page.locator(".hb-bar__fill").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert min(boxes) >= 3


def test_the_next_date_is_not_guessed(retail: Built, tab: Open) -> None:
    page = tab().page
    page.clock.set_fixed_time("2027-01-20T09:30:00")  # applied for; nobody knows what is due next
    page.goto(f"{retail.folder.as_uri()}/{PAGE}?role=junior-agent")
    page.get_by_label(say("dates.entry", "zh")).fill("2026-12-01")
    expect(page.get_by_role("status")).to_contain_text("个日期。")
    expect(page.get_by_role("status")).not_to_contain_text("下一个")


def test_keyboard_reaches_everything_and_each_field_has_a_name(retail: Built, tab: Open) -> None:
    page = opened(tab, retail, "junior-agent", "2026-03-02")
    unnamed = page.locator(".hb-dates :is(input, select)").evaluate_all(
        "all => all.filter(one => one.labels.length !== 1).map(one => one.outerHTML)"
    )
    assert unnamed == []
    page.get_by_label(say("dates.role", "zh"), exact=True).focus()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim()"))
    assert {
        say("dates.export", "zh"),
        say("dates.print", "zh"),
        "直属上级评估：最迟办完",
    } <= reached


def test_a_contract_too_short_for_the_deadlines_is_told(
    retail: Built, tab: Open, tmp_path: Path
) -> None:
    page = opened(tab, retail, "junior-agent", "2026-03-02")
    page.get_by_label(say("dates.contract", "zh")).fill("6")
    expect(page.get_by_text(say("dates.row.too-short", "zh"))).to_be_visible()
    expect(page.get_by_text(say("dates.row.in-time", "zh"))).to_have_count(0)
    days = [day_of(event["DTSTART;VALUE=DATE"]) for event in download(page, tmp_path)]
    assert min(days) >= date(2026, 3, 2)


@pytest.mark.parametrize("kept", ['"text"', "5", "true", "[1]", "{", '{"role": {}, "entry": 5}'])
def test_whatever_another_script_left_the_form_works(retail: Built, tab: Open, kept: str) -> None:
    page = opened(tab, retail, "junior-agent")
    page.evaluate("text => sessionStorage.setItem('handbook-dates:xingqiao-retail', text)", kept)
    page.goto(f"{retail.folder.as_uri()}/{PAGE}")
    page.get_by_label(say("dates.entry", "zh")).fill("2026-12-01")
    assert lines(page)
