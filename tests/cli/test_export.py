"""handbook export: every page in the form that is asked for, put in place as a site is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from handbook.cli.app import app
from handbook.printing import ways_out
from handbook.words.facts import told


def export(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", *arguments, "--company", "acme", "--lang", "en"])


def test_every_page_is_written(data: Path) -> None:
    done = export("json")
    assert done.exit_code == 0, done.output
    folder = data.parent / "export" / "json" / "acme"
    paths = {json.loads(file.read_text("utf-8"))["path"] for file in folder.rglob("page.json")}
    assert {"", "careers/", "roles/junior/", "compare/"} <= paths
    assert not {path for path in paths if path.startswith("report")}
    assert export("json", "--edition", "hr").exit_code == 0
    assert (folder.parent / "acme-hr" / "report" / "page.json").is_file()


def test_a_module_is_a_way_out_and_nothing_lists_it(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "more").mkdir()
    text = (
        "def files(pages):\n    yield 'titles', ' '.join(page.title for page in pages).encode()\n"
    )
    (tmp_path / "more" / "titles.py").write_text(text)
    monkeypatch.setattr(ways_out, "__path__", [*ways_out.__path__, str(tmp_path / "more")])
    assert export("titles").exit_code == 0
    assert len((data.parent / "export" / "titles" / "acme" / "titles").read_text("utf-8")) > 50


def test_what_is_unsound_is_not_exported(data: Path) -> None:
    (data / "dutys.yml").write_text("- id: a\n")
    done = export("json")
    assert done.exit_code == 1
    assert "HB116" in done.stdout
    assert not (data.parent / "export").exists()


def test_a_form_that_is_not_there(data: Path) -> None:
    done = export("jsn")
    assert done.exit_code == 2
    assert done.stderr.strip() == told("cli.form", "en", name="jsn", known=ways_out.ways_out())
