"""A page is light, and nothing in it moves while it loads."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from browsing import Tab, page_of
from building import Built
from playwright.sync_api import Response

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
BUDGET = 150_000  # bytes, compressed, at first visit without the search index
WATCH_SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
"""


def test_first_visit_of_a_role_page_is_light(site: Built, http: str, tab: Open) -> None:
    address = f"{http}/{site.folder.name}"
    names = [page_of(("role", identity)) for identity in site.book.roles]
    heaviest = max(names, key=lambda name: len(gzip.compress(site.files[name])))
    page = tab().page
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        name = response.url.removeprefix(f"{address}/").partition("?")[0]
        sizes[name] = len(gzip.compress(site.files[name])) if name in site.files else BUDGET

    page.on("response", weigh)
    page.goto(f"{address}/{heaviest}", wait_until="networkidle")
    index = {name for name in sizes if "search_index" in name}
    weighed = {name: size for name, size in sizes.items() if name not in index}
    assert heaviest in weighed
    assert any(name.endswith(".js") for name in weighed)
    assert sum(weighed.values()) < BUDGET, weighed


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_loads(retail: Built, http: str, tab: Open, width: int) -> None:
    page = tab(viewport={"width": width, "height": 800}).page
    page.add_init_script(WATCH_SHIFTS)
    for name in ("index.html", "roles/junior-agent/index.html", "processes/promotion/index.html"):
        page.goto(f"{http}/{retail.folder.name}/{name}", wait_until="networkidle")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
        assert page.evaluate("shifted") < 0.01, name
