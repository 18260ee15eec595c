"""Compiled templates that are not whole are compiled again and end no build."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from handbook.engines.mkdocs.template_cache import FOLDER, TemplateCache


def rendered(text: str) -> str:
    """A template rendered by an engine that has just begun."""
    env = Environment(loader=DictLoader({"a.html": text}), bytecode_cache=TemplateCache())
    return env.get_template("a.html").render(n=2)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / FOLDER


@pytest.mark.parametrize("length", [0, 1, 20, 64, 65, 66, 90, -1])
def test_file_cut_short_is_made_again(folder: Path, length: int) -> None:
    assert rendered("{{ n + 1 }}") == "3"
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:length])
    assert rendered("{{ n + 1 }}") == "3"
    assert path.read_bytes() == whole


def test_other_code_in_the_file_does_not_run(folder: Path) -> None:
    assert rendered("{{ n + 1 }}") == "3"
    (path,) = folder.iterdir()
    mine = path.read_bytes()
    assert rendered("{{ n + 2 }}") == "4"
    theirs = path.read_bytes()
    path.write_bytes(mine[:65] + theirs[65:])
    assert rendered("{{ n + 1 }}") == "3"


def test_folder_that_cannot_be_used_is_no_reason_to_stop(folder: Path) -> None:
    folder.parent.parent.joinpath(".cache").write_text("a file")
    assert rendered("{{ n + 1 }}") == "3"
