"""Both companies build; a draft is refused or marked; MkDocs' own command and English work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import page_of, things_with_pages
from building import DATA, ROOT, Built, build, replace, run

from handbook.catalogue import say, strings

DRAFT = "blank-company"
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
    assert built == ["xingqiao-retail", "yihe-elder-care"]
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


def test_draft_marks_what_is_open(tmp_path: Path) -> None:
    site = build(DRAFT, DATA, tmp_path, "--draft")
    page = site.pages["processes/promotion/index.html"]
    label = site.book.parameters["publicity_days"].name.zh
    mark = say("unfilled", "zh", name=label)
    shown = [e for e in page.elements if "hb-open" in e.attributes.get("class", "").split()]
    assert mark in [element.text for element in shown]
    assert label in {element.attributes.get("data-label") for element in shown}
    charts = "".join(svg.text for svg in page.all("svg"))
    assert "".join(mark.split()) in "".join(charts.split())


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


def test_mkdocs_build_gives_the_same_site(sites: dict[str, Built], tmp_path: Path) -> None:
    old = sites["yihe-elder-care"]
    day = old.book.company.effective_on
    assert day is not None
    environment = {
        **os.environ,
        "HANDBOOK_COMPANY": old.company,
        "SOURCE_DATE_EPOCH": subprocess.check_output(
            ["date", "-u", "-d", day.isoformat(), "+%s"], text=True
        ).strip(),
    }
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "site")],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert Built(old.company, tmp_path / "site" / old.company).files == old.files


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
