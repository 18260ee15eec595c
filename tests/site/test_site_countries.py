"""A handbook without a country: every page counts Monday to Friday and speaks of no law."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from browsing import Tab
from building import DATA, Built, build, replace, squeezed
from playwright.sync_api import expect
from test_site_dates import COUNT, opened

from handbook.calendar.dates import my_dates
from handbook.words.catalogue import say

# What only China's law says; the rules' own pages explain every rule that there is
CHINESE = ["law.cn.working-days", "dates.how.limit", "parameters.legal", "report.timeline-lead"]
ENTRIES = ("1970-01-01", "2026-09-25", "2027-01-31", "2031-02-28", "2099-12-31")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """HR's edition, which has all pages, of a company that names no law."""
    home = tmp_path_factory.mktemp("plain")
    data = Path(shutil.copytree(DATA, home / "policy_data"))
    replace(data / "companies" / "xingqiao-retail" / "company.yml", "laws: [cn]\n", "")
    return build("xingqiao-retail", data, home, "--edition", "hr")


def test_no_page_speaks_of_another_countrys_law(plain: Built) -> None:
    texts = {name: squeezed(page.text) for name, page in plain.pages.items()}
    for key in CHINESE:
        said = squeezed(say(key, "zh"))
        assert [name for name, text in texts.items() if said in text] == [], key
    dates = texts["dates/index.html"]
    assert squeezed(say("dates.how.steps", "zh")) in dates
    assert "公布至" not in dates
    assert squeezed(say("report.timeline-lead-weekdays", "zh")) in texts["report/index.html"]


def test_the_browser_counts_monday_to_friday_in_every_year(
    plain: Built, tab: Callable[..., Tab]
) -> None:
    page = opened(tab, plain, "junior-agent", "2026-09-25")
    expect(page.get_by_label(say("dates.contract", "zh"))).to_be_hidden()
    cases = [
        {"role": role, "entry": day, "since": day, "today": day, "months": None}
        for role in plain.book.roles
        for day in ENTRIES
    ]
    for case, found in zip(cases, page.evaluate(COUNT, cases), strict=True):
        day = date.fromisoformat(str(case["entry"]))
        role = plain.book.roles[str(case["role"])]
        events = my_dates(plain.book, role, day, None, since=day, today=day)
        assert found == [
            [e.kind, e.day and e.day.isoformat(), e.process, e.step, e.to] for e in events
        ], json.dumps(case)
