"""How well the search finds what people type: ``python -m bench.search``.

Types every query of tests/search into the real search box in Chromium, in one run side by side with
stock Material with jieba and with Pagefind on the same pages. Both are set up in a temporary
folder (``pip install jieba``, ``npm install pagefind``). ``--ours`` measures ours alone;
``--pages N`` measures size and speed on a generated handbook of about N pages.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "site")]

from browsing import Searches, serve  # noqa: E402
from building import DATA, build, build_all  # noqa: E402
from ranks import Query, Ranks, queries, rank_of  # noqa: E402

from bench.generate import COMPANY, generate  # noqa: E402
from handbook.checks.check_all import check_companies  # noqa: E402
from handbook.reading.library import load  # noqa: E402

SETS = ("given", "own", "check")
_TIMED = """async (query) => {
    const box = document.querySelector('.md-search__input');
    const before = window.searches.answered;
    const start = performance.now();
    box.value = query;
    box.dispatchEvent(new KeyboardEvent('keyup'));
    while (window.searches.answered === before && performance.now() - start < 3000)
        await new Promise((done) => setTimeout(done, 0));
    return performance.now() - start;
}"""


@dataclass(slots=True)
class Row:
    """One search engine on one set of queries; times in milliseconds, sizes in bytes."""

    name: str
    ranks: Ranks = field(default_factory=Ranks)
    size: int = 0
    ready: float = 0.0
    took: list[float] = field(default_factory=list)

    def print(self) -> None:
        ranks = self.ranks
        typical = sorted(self.took)[len(self.took) // 2]
        print(
            f"{self.name:26} {len(ranks.places):4} {ranks.among(1):5} {ranks.among(5):5} "
            f"{ranks.reciprocal:6.3f} {len(ranks.nothing):7} "
            f"{self.size / 1000:8.0f} {self.ready:8.0f} {typical:8.1f}",
            flush=True,
        )


def head() -> None:
    columns = f"{'n':>4} {'hit@1':>5} {'hit@5':>5} {'MRR':>6} {'nothing':>7} {'index kB':>8}"
    print(f"{'':26} {columns} {'ready ms':>8} {'ms/query':>8}")


def in_material(
    browser: Browser, sites: dict[str, Path], name: str, found: dict[str, list[Query]]
) -> Row:
    """Material's search box, whichever worker is behind it."""
    row = Row(name)
    for company, asked in found.items():
        page = browser.new_page(locale="zh-CN")
        with serve(sites[company]) as address:
            page.goto(f"{address}/index.html")
            start = time.perf_counter()
            searches = Searches(page)
            searches.results("转正")  # the first answer comes when the index is there
            row.ready = max(row.ready, (time.perf_counter() - start) * 1000)
            for query in asked:
                results = searches.results(query["query"])
                row.ranks.places[company, query["query"]] = rank_of(query["want"], results)
                none = page.locator(".hb-search-none").count() > 0
                if none or not results:
                    row.ranks.nothing.append(query["query"])
                searches.type("")
                row.took.append(page.evaluate(_TIMED, query["query"]))
        page.close()
    row.size = len(gzip.compress((sites[COMPANY] / "search/search_index.json").read_bytes()))
    return row


def in_pagefind(
    browser: Browser, sites: dict[str, Path], name: str, found: dict[str, list[Query]]
) -> Row:
    """Pagefind's own interface to scripts, which its search box calls, too."""
    row = Row(name)
    for company, asked in found.items():
        page = browser.new_page(locale="zh-CN")
        with serve(sites[company]) as address:
            page.goto(f"{address}/404.html")
            start = time.perf_counter()
            script = "async (a) => { window.pf = await import(a); await pf.init(); }"
            page.evaluate(script, f"{address}/pagefind/pagefind.js")
            row.ready = max(row.ready, (time.perf_counter() - start) * 1000)
            for query in asked:
                shown, took = page.evaluate(_PAGEFIND, query["query"])
                results = [[_path_of(url) for url in one] for one in shown]
                row.ranks.places[company, query["query"]] = rank_of(query["want"], results)
                if not results:
                    row.ranks.nothing.append(query["query"])
                row.took.append(took)
        page.close()
    parts = (sites[COMPANY] / "pagefind").rglob("*")
    row.size = sum(p.stat().st_size for p in parts if p.suffix.startswith((".pf", ".pagefind")))
    return row


_PAGEFIND = """async (query) => {
    const start = performance.now();
    const search = await pf.search(query);
    const found = await Promise.all(search.results.slice(0, 10).map((one) => one.data()));
    const took = performance.now() - start;
    return [found.map((one) => [one.url, ...one.sub_results.slice(0, 3).map((s) => s.url)]), took];
}"""


def _path_of(url: str) -> str:
    """As tests/search writes it; Pagefind leaves "index.html" out."""
    address = urlsplit(url)
    section = f"#{address.fragment}" if address.fragment else ""
    return address.path.removesuffix("index.html").strip("/") + section


def stock_sites(folder: Path) -> dict[str, Path]:
    """The same pages with Material's own worker, index and jieba."""
    project = folder / "stock"
    ignore = shutil.ignore_patterns("site", ".git", ".venv", ".cache", "node_modules")
    shutil.copytree(ROOT, project, ignore=ignore)
    main = project / "overrides" / "main.html"
    text = main.read_text("utf-8")
    start = text.index("{% block config %}")
    end = text.index("{% endblock %}", start) + len("{% endblock %}")
    main.write_text(text[:start] + text[end:], "utf-8")
    (project / "handbook/engines/mkdocs/no_jieba.py").write_text(
        "def leave_words_whole() -> None: ...\n"
    )
    (project / "handbook/engines/mkdocs/search_index.py").write_text(
        "def finish(*_: object) -> None: ...\n"
    )
    target = folder / "pip"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target), "jieba"]
    subprocess.run(pip, check=True)
    code = "from handbook.cli.app import app; app(['build', '--all'])"
    python = f"import sys; sys.path[:0] = ['.', {str(target)!r}]; {code}"
    subprocess.run([sys.executable, "-c", python], cwd=project, check=True, capture_output=True)
    return {site.name: site for site in (project / "site").iterdir()}


def pagefind_sites(folder: Path, sites: dict[str, Path]) -> dict[str, Path]:
    """Our pages with Pagefind's index beside them."""
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), "pagefind"], check=True)
    binary = folder / "node_modules" / ".bin" / "pagefind"
    copies = {}
    for company, site in sites.items():
        copies[company] = Path(shutil.copytree(site, folder / "pagefind" / company))
        options = ["--root-selector", "article", "--force-language", "zh"]
        subprocess.run(
            [binary, "--site", copies[company], *options], check=True, capture_output=True
        )
    return copies


def large_site(folder: Path, pages: int) -> dict[str, Path]:
    """A generated handbook; roles are what is made more of."""
    data = folder / "policy_data"
    generate(data, roles=max(6, pages - 60))
    check_companies(load(data), [COMPANY])
    return {COMPANY: build(COMPANY, data, folder / "site").folder}


def main() -> None:
    with tempfile.TemporaryDirectory() as top, sync_playwright() as playwright:
        folder = Path(top)
        options = {"args": ["--no-sandbox", "--disable-gpu"]}
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, **options)
        head()
        if "--pages" in sys.argv:
            sites = large_site(folder, int(sys.argv[sys.argv.index("--pages") + 1]))
            found = {COMPANY: queries("given")[COMPANY]}
            name = f"ours, {len(list(sites[COMPANY].rglob('index.html')))} pages"
            in_material(browser, sites, name, found).print()
            return
        ours = {key: built.folder for key, built in build_all(DATA, folder / "ours").items()}
        engines: list[tuple[str, dict[str, Path], Callable[..., Row]]]
        engines = [("ours", ours, in_material)]
        if "--ours" not in sys.argv:
            engines.append(("stock with jieba", stock_sites(folder), in_material))
            engines.append(("Pagefind", pagefind_sites(folder, ours), in_pagefind))
        for engine, sites, measure in engines:
            for one in SETS:
                measure(browser, sites, f"{engine}, {one}", queries(one)).print()
        browser.close()


if __name__ == "__main__":
    main()
