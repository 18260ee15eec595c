"""The preview: it follows the data, survives mistakes in it and says where they are."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from browsing import Tab
from building import copy_of_project, replace
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PATIENCE = 20


@dataclass
class Preview:
    """A running ``handbook serve`` on a copy of the project."""

    project: Path
    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def says(self, text: str) -> bool:
        return text in self.log.read_text(encoding="utf-8")


def until(condition: Callable[[], bool], why: Callable[[], str]) -> None:
    """Wait until ``condition`` holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, why()
        time.sleep(0.05)


def answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except (URLError, ConnectionError):
        return False


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = copy_of_project(tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "handbook", "serve", "--address", f"127.0.0.1:{port}"],
            cwd=project, env={**os.environ, "PYTHONUTF8": "1"}, stdout=stream, stderr=stream,
        )  # fmt: skip
    running = Preview(project, f"http://127.0.0.1:{port}", process, log)
    try:
        until(
            lambda: process.poll() is not None or answers(running.address),
            lambda: log.read_text(encoding="utf-8"),
        )
        assert process.poll() is None, log.read_text(encoding="utf-8")
        yield running
    finally:
        process.terminate()
        process.wait(10)


def test_preview_follows_the_data_and_survives_mistakes(
    preview: Preview, tab: Callable[..., Tab]
) -> None:
    opened = tab()
    page = opened.page
    page.goto(f"{preview.address}/processes/promotion/index.html")
    article = page.get_by_role("main")
    expect(article).to_contain_text("5 个工作日")
    assert "14 个工作日" not in article.inner_text()

    company = preview.project / "policy_data" / "companies" / "xingqiao-retail" / "company.yml"
    replace(company, "\n  publicity_days: 5\n", "\n  publicity_days: 14\n")
    expect(article).to_contain_text("14 个工作日", timeout=PATIENCE * 1000)

    replace(company, "\n  publicity_days: 14\n", "\n  publicity_days: [\n")
    line = company.read_text(encoding="utf-8").partition("publicity_days: [")[0].count("\n")
    where = "policy_data/companies/xingqiao-retail/company.yml:"
    until(lambda: preview.says(where), lambda: preview.log.read_text(encoding="utf-8"))
    found = preview.log.read_text(encoding="utf-8").split(where)[1].split(":")[0]
    assert line + 1 <= int(found) <= line + 2
    assert preview.process.poll() is None
    page.goto(preview.address)
    expect(page.locator("body")).to_contain_text(where, timeout=PATIENCE * 1000)

    replace(company, "\n  publicity_days: [\n", "\n  publicity_days: 13\n")
    expect(page.locator("body")).not_to_contain_text(where, timeout=PATIENCE * 1000)
    page.goto(f"{preview.address}/processes/promotion/index.html")
    expect(page.get_by_role("main")).to_contain_text("13 个工作日", timeout=PATIENCE * 1000)
    assert preview.process.poll() is None
    # While the data is broken there are no pages: what the open tab asks for then is gone
    opened.complaints[:] = [c for c in opened.complaints if "404" not in c]


def test_a_warning_is_a_banner_above_every_page(preview: Preview, tab: Callable[..., Tab]) -> None:
    page = tab().page
    path = preview.project / "policy_data" / "processes" / "promotion.yml"
    with path.open("a", encoding="utf-8") as file:
        file.write("accept:\n  - {code: HB501, reason: <b>x</b>, until: 2999-01-31}\n")
    line = path.read_text(encoding="utf-8").count("\n")
    where = f"policy_data/processes/promotion.yml:{line}:"
    until(lambda: preview.says(where), lambda: preview.log.read_text(encoding="utf-8"))
    for name in ("index.html", "roles/manager/index.html"):
        page.goto(f"{preview.address}/{name}")
        banner = page.locator(".hb-findings")
        expect(banner).to_contain_text("1", timeout=PATIENCE * 1000)
        banner.locator("summary").click()
        expect(banner).to_contain_text(where)
        expect(banner).to_contain_text("HB432")
        assert banner.locator("a").count() == 0
    assert preview.process.poll() is None
