"""A browser tab that remembers everything that must not happen, and a small web server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from playwright.sync_api import Browser, Dialog, Page, Request, Route

from handbook.company.book import Handbook
from handbook.model.base import Key
from handbook.pages.addresses import PAGE_FOLDERS

OWN_HOSTS = ("", "127.0.0.1")


class Tab:
    """One page in a context of its own; requests to other hosts are blocked and noted."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.complaints: list[str] = []
        self.context = browser.new_context(locale="zh-CN", **options)
        self.context.route(
            lambda url: urlsplit(url).hostname not in (None, *OWN_HOSTS), self._block
        )
        self.page: Page = self.context.new_page()
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("console", self._console)
        self.page.on("response", self._response)

    def close(self) -> None:
        self.context.close()

    def _block(self, route: Route) -> None:
        self.complaints.append(f"other host: {route.request.url}")
        route.abort()

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what leaving a page does to its requests
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.complaints.append(f"status {response.status}: {response.url}")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """A folder on a web server of this process; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def page_of(key: Key) -> str:
    """Where a thing's page stands in the site."""
    return f"{PAGE_FOLDERS[key[0]]}/{key[1]}/index.html"


def things_with_pages(book: Handbook) -> list[Key]:
    """Everything that has a page of its own."""
    return [key for key in book.things if key[0] in PAGE_FOLDERS]


# Material's search runs in a worker, from a folder in a stand-in for one that our script sets.
# Whatever class `Worker` is, count the queries that go in and the results that come out.
_COUNT_SEARCHES = """
    window.searches = { asked: 0, answered: 0, query: null };
    const counting = (Base) => class extends Base {
        constructor(...given) {
            super(...given);
            this.addEventListener('message', (event) => {
                if (event.data.type === 3) window.searches.answered += 1;
            });
        }
        postMessage(message, ...rest) {
            if (message.type === 2) {
                window.searches.asked += 1;
                window.searches.query = document.querySelector('.md-search__input').value;
            }
            super.postMessage(message, ...rest);
        }
    };
    let Current = counting(window.Worker);
    Object.defineProperty(window, 'Worker', {
        get: () => Current,
        set: (Base) => { Current = counting(Base); },
    });
"""


def _path(address: SplitResult, top: str) -> str:
    """Inside the site, with the section, without the query that marks the words."""
    section = f"#{address.fragment}" if address.fragment else ""
    return address.path.removeprefix(top) + section


class Searches:
    """The search box of an open page, used as people use it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(_COUNT_SEARCHES)
        page.reload()
        self.box = page.locator("input.md-search__input")
        self.box.click()

    def type(self, query: str) -> None:
        """Type ``query`` in place of what the box holds, and wait for its results."""
        self.box.focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self._settled("")
        self.page.keyboard.type(query)
        self.page.keyboard.press("Shift")  # Han characters come from no key; an input method's do
        self._settled(query)

    def _settled(self, query: str) -> None:
        """Wait until the last answer is to ``query`` and shown: the line above it says how many."""
        self.page.wait_for_function(
            """(query) => {
                const shown = document.querySelectorAll('.md-search-result__item').length;
                const line = document.querySelector('.md-search-result__meta').innerText;
                if (searches.query !== query || searches.asked !== searches.answered) return false;
                if (query === '') { searches.idle = line; return shown === 0; }
                const count = parseInt((line.match(/\\d+/) || ['0'])[0], 10);
                return line !== searches.idle && shown === Math.min(count, 10);
            }""",
            arg=query,
            timeout=5000,
        )

    def results(self, query: str) -> list[list[str]]:
        """What each result shows unfolded: its page and sections, by their paths in the site."""
        self.type(query)
        hrefs: list[list[str]] = self.page.evaluate(
            """[...document.querySelectorAll('.md-search-result__item')].map(
                (item) => [...item.querySelectorAll(':scope > a')].map((a) => a.href))"""
        )
        top = self.page.url.rsplit("/", 1)[0] + "/"
        address = urlsplit(top)
        return [[_path(urlsplit(href), address.path) for href in item] for item in hrefs]

    def pages(self, query: str) -> list[str]:
        """The pages that are found, best first, by their paths in the site."""
        self.type(query)
        hrefs: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('.md-search-result__item > a')].map((a) => a.href)"
        )
        top = self.page.url.rsplit("/", 1)[0] + "/"
        return [href.removeprefix(top).partition("?")[0].partition("#")[0] for href in hrefs]
