"""How the time of check and build grows with the number of pages: ``python -m bench.growth``.

Prints processor seconds, milliseconds per page, and the ratio to the row above: 2.0 is linear.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from bench.generate import COMPANY, generate
from handbook.checks.check_all import check_companies
from handbook.engines.mkdocs.build import build_site
from handbook.engines.mkdocs.site import Settings
from handbook.pages.listing import pages_of
from handbook.reading.library import load

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"


def measure(folder: Path, roles: int) -> tuple[int, float, float]:
    """Pages, seconds of the check and seconds of the build."""
    data = folder / f"data-{roles}"
    generate(data, roles=roles)
    start = time.process_time()
    books, problems = check_companies(load(data), [COMPANY])
    checked = time.process_time()
    assert not problems, problems[0].line("en")
    settings = Settings(COMPANY, data, "zh", draft=False)
    build_site(CONFIG, folder / f"site-{roles}", books[COMPANY], settings)
    return len(pages_of(books[COMPANY], "zh")), checked - start, time.process_time() - checked


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [6, 75, 175, 375]
    last = None
    print(f"{'pages':>6} {'check s':>8} {'ratio':>6} {'build s':>8} {'ratio':>6} {'ms/page':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            pages, check, build = measure(Path(folder), size)
            ratios = (check / last[0], build / last[1]) if last else (0.0, 0.0)
            row = f"{pages:6} {check:8.2f} {ratios[0]:6.2f} {build:8.2f} {ratios[1]:6.2f}"
            print(f"{row} {build / pages * 1000:8.1f}")
            last = (check, build)


if __name__ == "__main__":
    main()
