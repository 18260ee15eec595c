"""A browser tab that remembers everything that must not happen, and a small web server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Dialog, Page, Route

from handbook.book import Handbook
from handbook.plan import PAGE_FOLDERS
from handbook.tree import Key

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
        self.page.on("requestfailed", lambda r: self.complaints.append(f"failed: {r.url}"))
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
