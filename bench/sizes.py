"""Whether what grows in one way is checked and built in proportion: ``python -m bench.sizes``.

For each shape of ``bench.large`` and two sizes, the second twice the first: processor seconds of
check and build, and the largest page; 2.0 is linear.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from bench.generate import COMPANY
from bench.large import SHAPES
from handbook.checks.check_all import check_companies
from handbook.engines.mkdocs.build import build_site
from handbook.engines.mkdocs.site import Settings
from handbook.pages.listing import Edition
from handbook.reading.library import load

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"


def measure(folder: Path, shape: str, size: int, edition: Edition) -> tuple[float, float, int]:
    """Seconds of the check and of the build, bytes of the largest page."""
    data, site = folder / f"{shape} {size}", folder / f"site {shape} {size}"
    SHAPES[shape](data, size)
    start = time.process_time()
    books, problems = check_companies(load(data), [COMPANY])
    checked = time.process_time()
    assert not [problem for problem in problems if problem.blocks], problems[0].line("en")
    settings = Settings(COMPANY, data, "zh", draft=False, edition=edition)
    build_site(CONFIG, site, books[COMPANY], settings, findings=problems)
    built = time.process_time()
    largest = max(page.stat().st_size for page in site.rglob("*.html"))
    return checked - start, built - checked, largest


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [500, 1000]
    print(f"{'shape':20} {'size':>6} {'check s':>8} {'build s':>8} {'largest page, kB':>17}")
    with tempfile.TemporaryDirectory() as folder:
        for shape in SHAPES:
            for size in sizes:
                check, build, largest = measure(Path(folder), shape, size, "hr")
                kilobytes = largest / 1000
                print(
                    f"{shape:20} {size:6} {check:8.2f} {build:8.2f} {kilobytes:17.0f}", flush=True
                )


if __name__ == "__main__":
    main()
