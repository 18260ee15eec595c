"""Nothing that lies in docs leads MkDocs out of the folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from typer.testing import CliRunner

from handbook.cli.app import app
from handbook.engines.mkdocs.files import only_problems
from handbook.engines.site import Settings, Site
from handbook.reading.docs import docs_in

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(data: Path) -> Path:
    """A project with the good handbook and a page that links out of its folder."""
    folder = data.parent
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in ("overrides", "macros", "handbook"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "docs" / "x.txt").symlink_to("/etc/passwd")
    return folder


def test_a_build_with_a_link_in_docs_publishes_nothing(project: Path) -> None:
    result = CliRunner().invoke(app, ["build", "--company", "acme", "--lang", "zh"])
    assert result.exit_code == 1, result.output
    assert "docs/x.txt:1:1: HB129 “x.txt”是链接" in result.stdout
    assert "root:" not in result.output
    assert not (project / "site" / "acme").exists()


def test_the_preview_shows_the_problem_and_not_the_file(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    files = get_files(config)
    assert files.get_file_from_path("x.txt") is not None
    config.plugins._current_plugin = "handbook"
    settings = Settings("acme", project / "policy_data", "zh", draft=False)
    problems = docs_in(project / "docs").problems
    only_problems(files, config, Site(settings, None, problems), ["help.md"])
    assert [file.src_uri for file in files] == ["help.md"]
    assert files.get_file_from_path("help.md").generated_by is not None


def test_a_wrong_file_hides_no_stranger_in_a_page_s_head(project: Path) -> None:
    (project / "docs" / "a.md").write_text("---\ncompanies: [nobody]\n---\n# 甲\n", "utf-8")
    result = CliRunner().invoke(app, ["build", "--company", "acme", "--lang", "zh"])
    assert "HB129" in result.stdout
    assert "docs/a.md:2:13: HB911" in result.stdout
