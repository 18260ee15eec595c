"""The browser's scripts, piece by piece in node, on pages and rules as they are printed now."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from handbook.company.book import Handbook
from handbook.pages.blocks import Blocks
from handbook.pages.compare import Comparison, compare
from handbook.pages.content import Around, content
from handbook.pages.dates_data import rules_data
from handbook.pages.writer import Writer
from handbook.printing.chooser_files import files
from handbook.printing.html import HtmlPrinter

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PRINTED = ROOT / ".cache" / "scripts"  # where loading.mjs finds it
TESTS = sorted(path.name for path in HERE.glob("*.test.mjs"))
PAGES = {
    "role.html": ("role", "junior"),
    "process.html": ("process", "promotion"),
    "script.html": ("script", "greeting"),
    "dates.html": ("dates",),
    "compare.html": ("compare",),
}


def _lists(found: Comparison) -> dict[str, list[Any]]:
    """What the chooser shows in each of its lists, by id."""
    shown: dict[str, list[Any]] = {
        name: [one.id for one in getattr(found, name)]
        for name in (
            "new_duties", "left_duties", "kept_duties",
            "new_requirements", "dropped_requirements", "kept_requirements",
        )
    }  # fmt: skip
    for name in ("grown_duties", "raised_requirements", "changed_requirements"):
        shown[name] = [[pair.before.id, pair.after.id] for pair in getattr(found, name)]
    return shown


def _comparisons(book: Handbook) -> dict[str, Any]:
    """Python's comparison of any two roles, beside the data that the script compares with."""
    printer = HtmlPrinter("zh", root="../")
    roles = book.roles.values()
    return {
        "data": json.loads(files(Writer(book, "zh"), printer)["compare/roles.json"]),
        "pairs": {f"{a.id} {b.id}": _lists(compare(book, a, b)) for a in roles for b in roles},
    }


@pytest.fixture(scope="module")
def printed(book: Handbook, filled_books: dict[str, Handbook]) -> None:
    """Everything that the tests read that is not theirs: written anew for each run."""
    PRINTED.mkdir(parents=True, exist_ok=True)

    def write(name: str, text: str) -> None:
        path = PRINTED / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")

    for name, about in PAGES.items():
        blocks: Blocks = content(Writer(book, "zh"), Around(), *about)
        write(name, HtmlPrinter("zh", root="../").blocks(blocks))
    for company, one in filled_books.items():
        write(f"rules-{company}.json", json.dumps(rules_data(one)))
        write(f"compare-{company}.json", json.dumps(_comparisons(one)))


@pytest.fixture(scope="module")
def node(printed: None) -> str:
    """The program, once what package-lock.json names is installed."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("needs node and npm, to run the tests of the scripts")
    lock, done = ROOT / "package-lock.json", ROOT / "node_modules" / ".package-lock.json"
    if not done.is_file() or done.stat().st_mtime < lock.stat().st_mtime:
        subprocess.run([npm, "ci", "--silent"], cwd=ROOT, check=True)
    return node


@pytest.mark.parametrize("name", TESTS)
def test_scripts(name: str, node: str) -> None:
    done = subprocess.run(
        [node, "--test", str(HERE / name)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
