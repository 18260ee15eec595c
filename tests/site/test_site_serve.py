"""The preview: it follows the data, survives mistakes in it and says where they are."""

from __future__ import annotations

import os
import re
import shutil
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
from building import ROOT, copy_of_project, document, replace, write
from playwright.sync_api import expect
from test_site_build import command

from handbook.words.catalogue import say

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


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    tmp_path = tmp_path_factory.mktemp("preview")
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


COMPANY = Path("policy_data", "companies", "xingqiao-retail", "company.yml")
OPEN = ("", "help.html", "careers/index.html", "roles/manager/index.html", "glossary/index.html")
KEY = "{{ 7*7 }}{% raw %}<b>x</b>"


def body(address: str) -> str:
    """What a page says, with what is not there: an error page is an answer, too."""
    try:
        with urlopen(address, timeout=5) as response:
            return str(document(response.read()).text)
    except URLError as error:
        return str(error)


def test_preview_follows_the_data_and_survives_mistakes(
    preview: Preview, tab: Callable[..., Tab]
) -> None:
    page = tab().page
    page.goto(f"{preview.address}/processes/promotion/index.html")
    article = page.get_by_role("main")
    shown = page.locator("body")
    expect(article).to_contain_text("5 个工作日")
    assert "13 个工作日" not in article.inner_text()

    company = preview.project / COMPANY
    replace(company, "\n  publicity_days: 5\n", "\n  publicity_days: [\n")
    line = company.read_text(encoding="utf-8").partition("publicity_days: [")[0].count("\n")
    where = f"{COMPANY.as_posix()}:"
    until(lambda: preview.says(where), lambda: preview.log.read_text(encoding="utf-8"))
    found = preview.log.read_text(encoding="utf-8").split(where)[1].split(":")[0]
    assert line + 1 <= int(found) <= line + 2
    assert preview.process.poll() is None
    # The open page shows it by itself, and so does every other
    expect(shown).to_contain_text(where, timeout=PATIENCE * 1000)
    for name in OPEN:
        assert where in body(f"{preview.address}/{name}"), name

    # Another mistake, in a key: what is typed there is text, too
    replace(company, "\n  publicity_days: [\n", f"\n  publicity_days: 5\n  '{KEY}': 1\n")
    expect(shown).to_contain_text(KEY, timeout=PATIENCE * 1000)
    assert page.locator("article b").count() == 0
    assert "49" not in page.locator("article").inner_text()
    for name in OPEN:
        assert KEY in body(f"{preview.address}/{name}"), name

    replace(company, f"\n  publicity_days: 5\n  '{KEY}': 1\n", "\n  publicity_days: 13\n")
    expect(article).to_contain_text("13 个工作日", timeout=PATIENCE * 1000)
    assert page.url.endswith("/processes/promotion/index.html")
    for name in OPEN:
        assert where not in body(f"{preview.address}/{name}"), name
    assert preview.process.poll() is None


def test_preview_survives_mistakes_in_pages_of_ones_own(
    preview: Preview, tab: Callable[..., Tab]
) -> None:
    page = tab().page
    own = write(preview.project / "docs" / "own.md", "# 甲\n\n{{ role_card('no-such') }}\n")
    address = f"{preview.address}/own.html"
    until(lambda: "HB901" in body(address), lambda: preview.log.read_text(encoding="utf-8"))
    page.goto(address)
    article = page.get_by_role("main")
    expect(article).to_contain_text("docs/own.md:3")
    assert "HB901" not in body(f"{preview.address}/help.html")
    own.write_text("# 甲\n\n二\n", encoding="utf-8")
    expect(article).to_contain_text("二", timeout=PATIENCE * 1000)
    assert preview.process.poll() is None


def test_preview_goes_on_when_folders_vanish_and_return(preview: Preview) -> None:
    """As they do when another branch is checked out, or a folder is synchronized."""
    address = f"{preview.address}/processes/promotion/index.html"
    company = preview.project / COMPANY
    text = company.read_text(encoding="utf-8")
    for number, name in enumerate(("policy_data", "docs", "overrides")):
        folder, away = preview.project / name, preview.project / f"{name}-away"
        shutil.copytree(folder, away)
        shutil.rmtree(folder)
        until(lambda: say("serve.broken", "zh") in body(address), lambda: body(address))
        # for a moment some of the folder may still be there, which reads otherwise
        until(lambda: "mkdocs.yml:" in body(address), lambda: body(address))
        assert f"project/{name}" not in body(address)
        away.rename(folder)
        until(lambda: say("serve.broken", "zh") not in body(address), lambda: body(address))
        days = 11 + number
        company.write_text(re.sub(r"(\n  publicity_days:) \d+\n", rf"\1 {days}\n", text), "utf-8")
        until(lambda days=days: f"{days} 个工作日" in body(address), lambda: body(address))
    assert preview.process.poll() is None


BROKEN = {
    "docs/own.md": ("---\ntemplate: nope.html\n---\n# 甲\n", "own.html", "docs/own.md:2:1"),
    "overrides/main.html": ("{% if %}", "index.html", "overrides/main.html:1: "),
    "mkdocs.yml": ("foo: [", "roles/manager/index.html", "mkdocs.yml:1:7: "),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_lets_no_request_wait(preview: Preview, name: str) -> None:
    text, page, shown = BROKEN[name]
    path, address = preview.project / name, f"{preview.address}/{page}"
    sound = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(text, encoding="utf-8")
    until(lambda: shown in body(address), lambda: body(address))
    if sound is None:
        path.unlink()
    else:
        path.write_text(sound, encoding="utf-8")
    until(lambda: shown not in body(address), lambda: body(address))
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")
    assert preview.process.poll() is None


def test_broken_link_lets_no_request_wait(preview: Preview) -> None:
    address = f"{preview.address}/own.html"
    own = write(preview.project / "docs" / "own.md", "# 甲\n\n[乙](nope.md) 丙\n")
    until(lambda: "丙" in body(address), lambda: body(address))
    assert preview.says("nope.md")
    own.unlink()
    until(lambda: "丙" not in body(address), lambda: body(address))


@pytest.mark.parametrize("address", ["nowhere", "127.0.0.1:port", "127.0.0.1:99999", ":::"])
def test_address_that_is_none_is_told(address: str) -> None:
    status, lines = command("serve", "--address", address, cwd=ROOT)
    assert status == 2
    assert address in lines[-1]
    assert not [line for line in lines if "Traceback" in line]


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
