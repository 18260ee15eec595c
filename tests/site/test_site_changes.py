"""One parameter changed changes what names it and nothing else; the same data, the same bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import page_of
from building import (
    DATA,
    ROOT,
    Built,
    build,
    build_copy,
    changed,
    copy_of_project,
    replace,
    squeezed,
)

from handbook.company.book import Handbook
from handbook.model.base import Key
from handbook.pages.addresses import PAGE_FOLDERS
from handbook.publishing.record import RECORD

SEARCH = {"search/search_index.js", "search/search_index.json", RECORD}
WITH_PAGES = set(PAGE_FOLDERS)

CASES = [
    pytest.param(
        "publicity_days", "5", "6", "6 个工作日",
        {"policies/promotion-policy/index.html", "processes/promotion/index.html"},
        {"policies/promotion-policy/index.html", "processes/promotion/index.html"},
        id="a step's deadline",
    ),
    pytest.param(
        "appeal_investigation_days", "10", "11", "11 个工作日",
        {"policies/promotion-policy/index.html", "processes/appeal/index.html"},
        {"policies/promotion-policy/index.html", "processes/appeal/index.html"},
        id="a deadline of a process that a policy draws",
    ),
    pytest.param(
        "complaint_reply_days", "2", "3", "3 个工作日",
        {"scripts/complaint-call/index.html"},
        set(),
        id="a script's promise",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Built from a copy like the one that is changed: outside the project."""
    folder = tmp_path_factory.mktemp("before")
    copied = Path(shutil.copytree(DATA, folder / "policy_data"))
    return build("xingqiao-retail", copied, folder / "out")


@pytest.mark.parametrize(("parameter", "old", "new", "shown", "pages", "drawn"), CASES)
def test_one_value_changes_all_that_names_it_and_nothing_else(
    before: Built, data: Path, tmp_path: Path,
    parameter: str, old: str, new: str, shown: str, pages: set[str], drawn: set[str],
) -> None:  # fmt: skip
    company = data / "companies" / before.company / "company.yml"
    replace(company, f"\n  {parameter}: {old}\n", f"\n  {parameter}: {new}\n")
    after = build(before.company, data, tmp_path / "after")
    assert pages | SEARCH == set(changed(before, after))
    assert pages == pages_naming(after.book, ("parameter", parameter))
    for name in pages:
        assert shown in after.pages[name].text
    charts = {name: [svg.text for svg in page.all("svg")] for name, page in after.pages.items()}
    old_charts = {n: [svg.text for svg in page.all("svg")] for n, page in before.pages.items()}
    assert {name for name in charts if charts[name] != old_charts[name]} == drawn
    for name in drawn:
        assert squeezed(shown) in squeezed("".join(charts[name]))
    index = json.loads(after.files["search/search_index.json"])
    for name in pages:
        of_page = [e for e in index["docs"] if e["location"].partition("#")[0] == name]
        lines = index["config"]["handbook"]["lines"]
        text = "".join(lines[number] for entry in of_page for number in entry["lines"])
        assert squeezed(shown) in squeezed(text)


def pages_naming(book: Handbook, target: Key) -> set[str]:
    """The pages of whatever names ``target``, itself or by way of something that it shows."""
    pages: set[str] = set()
    looked_at: set[Key] = set()
    to_look_at = [target]
    while to_look_at:
        wanted = to_look_at.pop()
        for use in book.uses:
            # A process has a page of its own; a policy that only links to it does not print it
            shows = wanted[0] != "process" or "show" in use.path or use.user[0] == "flowchart"
            if use.target != wanted or not shows or use.user in looked_at:
                continue
            looked_at.add(use.user)
            if use.user[0] in WITH_PAGES:
                pages.add(page_of(use.user))
            if use.user[0] not in WITH_PAGES or use.user[0] == "process":
                to_look_at.append(use.user)
    return pages


def test_builds_are_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    """Elsewhere, with nothing cached, in another locale and time zone."""
    company = "yihe-elder-care"
    here = build_copy(copy_of_project(tmp_path / "here"), company)
    other = build_copy(
        copy_of_project(tmp_path / "elsewhere"), company, LC_ALL="C", PYTHONUTF8="0",
        PYTHONIOENCODING="utf-8", TZ="Pacific/Kiritimati", PYTHONHASHSEED="4711",
    )  # fmt: skip
    assert changed(here, other) == []


def test_drawings_of_an_older_program_are_not_kept(tmp_path: Path) -> None:
    project = copy_of_project(tmp_path / "project")
    name = "processes/promotion/index.html"
    assert b"var(--chart-surface)" in build_copy(project, "xingqiao-retail").files[name]
    replace(project / "handbook" / "printing" / "drawing.py", '"surface"', '"newer"')
    assert b"var(--chart-newer)" in build_copy(project, "xingqiao-retail").files[name]


def test_terminal_without_chinese_is_no_reason_to_stop(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "handbook", "check", "--all"],
        cwd=ROOT, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0


def test_building_again_in_the_same_process_gives_the_same_bytes(
    alone: Built, sites: dict[str, Built], tmp_path: Path
) -> None:
    """After others have been built in it."""
    assert sites
    assert changed(alone, build(alone.company, DATA, tmp_path)) == []


def test_no_file_says_where_it_was_built(site: Built) -> None:
    for name, content in site.files.items():
        assert str(ROOT).encode() not in content, name
        assert str(site.folder).encode() not in content, name


def test_no_file_says_where_the_data_was(data: Path, tmp_path: Path) -> None:
    site = build("xingqiao-retail", data, tmp_path / "out")
    assert [name for name, content in site.files.items() if str(data).encode() in content] == []
