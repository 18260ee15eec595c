"""Real builds and a real browser, each set up once for all tests of this folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Tab, serve
from building import COMPANIES, DATA, ROOT, Built, build, build_all
from lacking import NEEDS, skip
from playwright.sync_api import Browser, Error, sync_playwright

# The first has no window at all and is a quarter faster
CHROMIUM = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome",
    "google-chrome-stable",
)  # fmt: skip
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """All tests that lack the same tool are one line of the summary."""
    report = yield
    if report.skipped and isinstance(report.longrepr, tuple) and f" {NEEDS} " in report.longrepr[2]:
        report.longrepr = ("tests/site", None, report.longrepr[2])
    return report


@pytest.fixture(scope="session", autouse=True)
def _in_project() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for name in [
            n for n in os.environ if n.startswith("HANDBOOK_") and n != "HANDBOOK_NO_SKIPS"
        ]:
            patch.delenv(name)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        yield


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, _in_project: None) -> dict[str, Built]:
    """Every finished company's site, built side by side in this process."""
    return build_all(DATA, tmp_path_factory.mktemp("sites"))


@pytest.fixture(scope="session")
def hr_sites(tmp_path_factory: pytest.TempPathFactory, _in_project: None) -> dict[str, Built]:
    """The same companies' editions for HR."""
    return build_all(DATA, tmp_path_factory.mktemp("hr"), "--edition", "hr")


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory, _in_project: None) -> Built:
    """One company's site, built by itself."""
    return build("yihe-elder-care", DATA, tmp_path_factory.mktemp("alone"))


@pytest.fixture(scope="session", params=COMPANIES)
def site(request: pytest.FixtureRequest, sites: dict[str, Built]) -> Built:
    """One finished company's site after the other."""
    return sites[request.param]


@pytest.fixture(scope="session")
def retail(sites: dict[str, Built]) -> Built:
    """One company's site, where the next one would show nothing else."""
    return sites["xingqiao-retail"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the machine's own, else the one that Playwright has installed."""
    own = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=own, args=ARGUMENTS)
        except Error:
            skip("Chromium: install it, or run: playwright install chromium")
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Opens tabs; afterwards each must have stayed silent and on its own host."""
    tabs: list[Tab] = []

    def opened(**options: object) -> Tab:
        tabs.append(Tab(browser, **options))
        return tabs[-1]

    yield opened
    for one in tabs:
        one.close()
    complaints = [complaint for one in tabs for complaint in one.complaints]
    assert complaints == []


@pytest.fixture(scope="session")
def http(sites: dict[str, Built]) -> Iterator[str]:
    """The address of a web server that has each site under a sub-path."""
    folder = next(iter(sites.values())).folder.parent
    with serve(folder.parent) as address:
        yield f"{address}/{folder.name}"


@pytest.fixture(params=["file", "http"])
def root(request: pytest.FixtureRequest, sites: dict[str, Built]) -> Callable[[Built], str]:
    """Where a site is opened from: a folder, and a web server under a sub-path."""
    if request.param == "file":
        return lambda built: built.folder.as_uri()
    address: str = request.getfixturevalue("http")
    return lambda built: f"{address}/{built.folder.name}"


@pytest.fixture
def somewhere(sites: dict[str, Built], http: str) -> Callable[[Built], str]:
    """A folder for some companies and a web server for others: either way for little time."""
    return lambda built: (
        f"{http}/{built.folder.name}" if built.company.startswith("y") else built.folder.as_uri()
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data to change."""
    return Path(shutil.copytree(DATA, tmp_path / "policy_data"))
