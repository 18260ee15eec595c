"""The page for failed addresses, under a sub-path that nobody told it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Tab
from building import Built, build, replace
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]


class _OwnErrorPage(SimpleHTTPRequestHandler):
    """A server that answers every failed address with the site's 404.html, as servers are set."""

    def __init__(self, *given: object, page: bytes, **options: object) -> None:
        self.page = page
        super().__init__(*given, **options)  # type: ignore[arg-type]

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.page)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(self.page)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(retail: Built) -> Iterator[str]:
    """The site of one company below a sub-path of a web server."""
    folder = retail.folder
    handler = partial(
        _OwnErrorPage, directory=str(folder.parents[1]), page=retail.files["404.html"]
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    path = folder.relative_to(folder.parents[1]).as_posix()
    yield f"http://127.0.0.1:{server.server_address[1]}/{path}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("failed", ["roles/高级客服/", "a/b/c/高级客服.html", "高级客服"])
def test_it_searches_for_the_words_of_the_address(address: str, tab: Open, failed: str) -> None:
    opened = tab()
    page = opened.page
    page.goto(f"{address}/{quote(failed)}")
    assert page.evaluate("document.baseURI") == f"{address}/"
    expect(page.get_by_label("要找什么")).to_have_value("高级客服")
    style = "getComputedStyle(document.querySelector('.hb-seek')).display"
    assert page.evaluate(style) == "flex"
    page.get_by_role("button", name="搜索", exact=True).click()
    page.wait_for_url(f"{address}/index.html?q=*")
    result = page.locator("a.md-search-result__link[href*='roles/senior-agent/']").first
    expect(result).to_be_visible()
    opened.complaints.clear()  # what the browser says of addresses that are not there


def test_hostile_address_is_text(address: str, tab: Open) -> None:
    opened = tab()
    page = opened.page
    page.goto(f"{address}/x/{quote('<img src=x onerror=alert(1)>', safe='')}")
    expect(page.get_by_label("要找什么")).to_have_value("<img src=x onerror=alert(1)>")
    assert page.locator("article img").count() == 0
    assert not any(one.startswith("dialog") for one in opened.complaints)
    opened.complaints.clear()


def test_address_of_the_company_is_the_base(data: Path, tmp_path: Path) -> None:
    company = data / "companies" / "yihe-elder-care" / "company.yml"
    line = 'colour: "#2f6f5e"\n'
    replace(company, line, f"{line}address: https://intranet.example/handbook/\n")
    built = build("yihe-elder-care", data, tmp_path / "out")
    (base,) = built.pages["404.html"].all("base")
    assert base.attributes["href"] == "https://intranet.example/handbook/"


def test_address_with_two_slashes_names_no_other_host(address: str, tab: Open) -> None:
    opened = tab()
    page = opened.page
    host = "/".join(address.split("/")[:3])
    page.goto(f"{host}//evil.example/roles/x.html")
    assert page.evaluate("document.baseURI").startswith(f"{host}/")
    page.wait_for_load_state("networkidle")  # the icon is asked for after the page has loaded
    assert not any(one.startswith("other host") for one in opened.complaints)
    opened.complaints.clear()


def test_address_of_a_thousand_folders_asks_a_few_times(address: str, tab: Open) -> None:
    opened = tab()
    asked: list[str] = []
    opened.page.on("request", lambda one: asked.append(one.url) if one.method == "HEAD" else None)
    opened.page.goto(f"{address}/{'a/' * 1000}")
    assert opened.page.evaluate("document.baseURI") == f"{address}/"
    assert 0 < len(asked) < 15
    opened.complaints.clear()
