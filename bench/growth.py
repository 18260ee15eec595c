"""How the time of check and build grows with the data: ``python -m bench.growth``.

With the number of roles, or with ``--shapes`` each thing of ``bench.large`` that can be large by
itself, in HR's edition. Prints processor seconds, the ratio to the row above (2.0 is
linear where sizes double), milliseconds per page, and the largest page.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.generate import COMPANY, generate
from bench.large import SHAPES
from handbook.checks.check_all import check_companies
from handbook.engines.mkdocs.build import build_site
from handbook.engines.site import Settings, Site
from handbook.reading.library import load

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Row:
    """Pages, seconds of check and build, and the bytes of the largest page."""

    pages: int
    check: float
    build: float
    largest: int


def measure(write: Callable[[Path], None], folder: Path, edition: str) -> Row:
    """Check and build the policy that ``write`` writes."""
    data, site = folder / "data", folder / "site"
    write(data)
    start = time.process_time()
    books, problems = check_companies(load(data), [COMPANY])
    checked = time.process_time()
    assert not problems, problems[0].line("en")
    settings = Settings(COMPANY, data, "zh", False, "hr" if edition == "hr" else "employee")
    build_site(CONFIG, site, Site(settings, books[COMPANY]))
    built = time.process_time()
    sizes = [page.stat().st_size for page in site.rglob("index.html")]
    return Row(len(sizes), checked - start, built - checked, max(sizes))


def sized(sizes: list[int], *, shapes: bool) -> Iterator[tuple[str, int, Callable[[Path], None]]]:
    """What is measured: its name, its size, what writes it."""
    if not shapes:
        for size in sizes or [6, 75, 175, 375]:
            yield "roles", size, partial(generate, roles=size)
        return
    for name, write in SHAPES.items():
        for size in sizes or [500, 1000]:
            yield name, size, partial(_sized, write, size)


def _sized(write: Callable[[Path, int], None], size: int, target: Path) -> None:
    write(target, size)


def main() -> None:
    shapes = "--shapes" in sys.argv
    sizes = [int(size) for size in sys.argv[1:] if size.isdigit()]
    last: tuple[str, Row] | None = None
    columns = ("size", "pages", "check s", "ratio", "build s", "ratio", "ms/page", "largest kB")
    print(f"{'':20}" + "".join(f"{name:>11}" for name in columns))
    for name, size, write in sized(sizes, shapes=shapes):
        with tempfile.TemporaryDirectory() as folder:
            row = measure(write, Path(folder), "hr" if shapes else "employee")
        before = last[1] if last and last[0] == name else None
        ratios = (row.check / before.check, row.build / before.build) if before else (0.0, 0.0)
        numbers = (row.check, ratios[0], row.build, ratios[1], row.build / row.pages * 1000)
        told = "".join(f"{number:11.2f}" for number in numbers)
        print(f"{name:20}{size:11}{row.pages:11}{told}{row.largest / 1000:11.0f}", flush=True)
        last = name, row


if __name__ == "__main__":
    main()
