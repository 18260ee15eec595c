"""All companies build; a draft is refused or marked; MkDocs' own command and English work."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from calendar import timegm
from pathlib import Path

import pytest
from browsing import page_of, things_with_pages
from building import (
    COMPANIES,
    DATA,
    DRAFT,
    ROOT,
    Built,
    build,
    build_copy,
    changed,
    copy_of_project,
    replace,
    run,
    write,
)

from handbook.words.catalogue import say, strings

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_everything_with_a_page_has_one(site: Built) -> None:
    for key in things_with_pages(site.book):
        assert page_of(key) in site.pages
    assert {"index.html", "careers/index.html", "404.html", "sitemap.xml"} <= set(site.files)


def test_all_builds_what_is_finished_and_says_what_is_not(tmp_path: Path) -> None:
    result = run("build", "--all", "--out", tmp_path)
    assert result.exit_code == 0
    assert say("cli.skipped", "zh", name=DRAFT) in result.output
    built = sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("."))
    assert built == sorted(COMPANIES)
    for company in built:
        assert (tmp_path / company / "index.html").is_file()
        assert company in result.output


def test_draft_is_refused_and_the_old_site_stays(sites: dict[str, Built], tmp_path: Path) -> None:
    old = next(iter(sites.values()))
    shutil.copytree(old.folder, tmp_path / DRAFT)
    result = run("build", "--company", DRAFT, "--out", tmp_path)
    assert result.exit_code == 1
    assert re.search(rf"companies/{DRAFT}/company\.yml:\d+:\d+: HB\d{{3}} ", result.output)
    assert Built(DRAFT, tmp_path / DRAFT).files == old.files


def test_draft_marks_what_is_open_and_leaves_the_published_site(
    sites: dict[str, Built], data: Path, tmp_path: Path
) -> None:
    """A finished company whose HR has taken a value out again."""
    old = sites["yihe-elder-care"]
    shutil.copytree(old.folder, tmp_path / old.company)
    company = data / "companies" / old.company / "company.yml"
    given = re.search(r"\n  publicity_days: \d+\n", company.read_text(encoding="utf-8"))
    assert given
    replace(company, given[0], "\n  publicity_days:\n")
    site = build(old.company, data, tmp_path, "--draft")
    assert site.folder.name == f"{old.company}-draft"
    assert Built(old.company, tmp_path / old.company).files == old.files
    page = site.pages["processes/promotion/index.html"]
    label = site.book.parameters["publicity_days"].name.zh
    mark = say("unfilled", "zh", name=label)
    shown = [e for e in page.elements if "hb-open" in e.attributes.get("class", "").split()]
    assert mark in [element.text for element in shown]
    assert label in {element.attributes.get("data-label") for element in shown}
    charts = "".join(svg.text for svg in page.all("svg"))
    assert "".join(mark.split()) in "".join(charts.split())
    for name, any_page in site.pages.items():
        assert say("draft.notice", "zh") in any_page.text, name


def test_company_that_has_only_begun_builds_as_a_draft(tmp_path: Path) -> None:
    site = build(DRAFT, DATA, tmp_path, "--draft")
    assert [p.name for p in tmp_path.iterdir() if p.is_dir()] == [f"{DRAFT}-draft"]
    for key in things_with_pages(site.book):
        assert page_of(key) in site.pages


def test_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    """Not even one that looks like a site: MkDocs writes a search index for everybody."""
    target = tmp_path / "yihe-elder-care"
    write(target / "search" / "search_index.json", "{}")
    write(target / "index.html", "theirs")
    result = run("build", "--company", target.name, "--out", tmp_path)
    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1
    assert str(target) in result.output
    assert sorted(p.name for p in target.rglob("*")) == [
        "index.html", "search", "search_index.json",
    ]  # fmt: skip


def test_target_that_is_a_link_works_again_and_again(tmp_path: Path) -> None:
    real = tmp_path / "web" / "handbook"
    real.mkdir(parents=True)
    (tmp_path / "out").mkdir()
    link = tmp_path / "out" / "yihe-elder-care"
    link.symlink_to(real)
    for _ in range(2):
        site = build(link.name, DATA, tmp_path / "out")
        assert link.is_symlink()
        assert (real / "index.html").is_file()
    assert len(site.pages) > 20


def command(*arguments: str, cwd: Path) -> tuple[int, list[str]]:
    """The handbook command as it is typed: its status and the lines that it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "handbook", *arguments], cwd=cwd, text=True, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.strip().splitlines()


@pytest.mark.parametrize("name", ["build", "serve"])
def test_folder_without_a_project_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    assert command(name, cwd=tmp_path) == (2, [say("NoData", "zh", name="policy_data")])


def test_port_in_use_is_told_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        status, lines = command("serve", "--address", address, cwd=ROOT)
    assert status == 2
    told = [line for line in lines if address in line]
    assert len(told) == 1
    assert told == lines[-1:]
    assert not [line for line in lines if "Traceback" in line]


def test_problem_in_the_data_leaves_the_old_site(
    sites: dict[str, Built], data: Path, tmp_path: Path
) -> None:
    old = next(iter(sites.values()))
    shutil.copytree(old.folder, tmp_path / "out" / old.company)
    replace(data / "processes" / "promotion.yml", "within: publicity_days", "within: publicity_day")
    path = data / "processes" / "promotion.yml"
    before, _, _ = path.read_text(encoding="utf-8").partition("within: publicity_day\n")
    line = before.count("\n") + 1
    result = run("build", "--company", old.company, "--data", data, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert re.search(rf"promotion\.yml:{line}:\d+: HB\d{{3}} .*publicity_days", result.output)
    assert Built(old.company, tmp_path / "out" / old.company).files == old.files


def mkdocs_build(
    project: Path, company: str, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """``mkdocs build`` as it is typed, in a copy of the project."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", *arguments], cwd=project,
        env={**os.environ, "HANDBOOK_COMPANY": company, "PYTHONPATH": str(project), **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_mkdocs_build_gives_the_same_site_or_leaves_the_old_one(
    alone: Built, tmp_path: Path
) -> None:
    project = copy_of_project(tmp_path / "project")
    built = build_copy(project, alone.company)
    day = alone.book.company.effective_on
    assert day is not None
    epoch = str(timegm(day.timetuple()))
    target = project / "site" / alone.company
    target.mkdir(parents=True)
    done = mkdocs_build(project, alone.company, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 0, done.stdout + done.stderr
    assert changed(built, Built(alone.company, target)) == []
    help_page = project / "docs" / "help.md"
    line = len(help_page.read_text(encoding="utf-8").splitlines()) + 2
    with help_page.open("a", encoding="utf-8") as stream:
        stream.write('\n{{ role_card("no-such-role") }}\n')
    done = mkdocs_build(project, alone.company, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 1
    assert f"docs/help.md:{line}:" in done.stdout + done.stderr
    assert "HB901" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert changed(built, Built(alone.company, target)) == []
    visible = [p.name for p in (project / "site").iterdir() if p.is_dir()]
    assert visible == [alone.company]


def test_mkdocs_build_tells_what_was_not_checked_and_strict_builds_go_on(tmp_path: Path) -> None:
    project = copy_of_project(tmp_path / "project")
    company = project / "policy_data/companies/xingqiao-retail/company.yml"
    company.write_text(company.read_text("utf-8").replace("laws: [cn]", "laws: []"), "utf-8")
    done = mkdocs_build(project, "xingqiao-retail", "--strict", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "HB604" in done.stdout + done.stderr
    assert "未检查：" in done.stdout + done.stderr


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build("xingqiao-retail", DATA, tmp_path_factory.mktemp("english"), lang="en")


def test_english_site_says_nothing_of_the_catalogue_in_chinese(english: Built) -> None:
    own = {
        text
        for thing in english.book.things.values()
        for text in re.findall(r"[\u4e00-\u9fff]+", str(thing))
    }
    ours = {s for s in strings("zh").values() if HAN.search(s) and "{" not in s and s not in own}
    assert len(ours) > 100
    for name, page in english.pages.items():
        assert page.all("html")[0].attributes["lang"] == "en", name
        labels = {
            e.text
            for e in page.elements
            if e.tag in ("h1", "h2", "h4", "h5", "dt", "summary", "label", "th", "button")
        }
        attributes = {
            e.attributes[a]
            for e in page.elements
            for a in ("title", "aria-label", "placeholder")
            if a in e.attributes
        }
        assert (labels | attributes) & ours == set(), name


@pytest.mark.parametrize("key", ["nav.role", "nav.process", "careers.title", "role.duties"])
def test_english_site_has_english_sections(english: Built, key: str) -> None:
    page = english.pages["roles/manager/index.html"]
    assert any(element.text.rstrip("¶") == say(key, "en") for element in page.elements)


def test_language_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HANDBOOK_LANG", "en")
    result = run("build", "--company", "xingqiao-retail", "--out", tmp_path)
    assert result.exit_code == 0
    page = Built("xingqiao-retail", tmp_path / "xingqiao-retail").pages["index.html"]
    assert say("home.title", "en") in page.all("h1")[0].text


def test_a_published_page_has_no_banner(site: Built) -> None:
    for name, content in site.files.items():
        if name.endswith(".html"):
            assert b"md-banner" not in content, name
