"""The five functions for other programs, as PROGRAMS.md shows them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import POLICY, ROOT

import handbook

COMPANY = "xingqiao-retail"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing but the policy of now and of last year."""
    for name in ("policy_data", "last-year/policy_data"):
        shutil.copytree(POLICY, tmp_path / name)
    company = tmp_path / "policy_data" / "companies" / COMPANY / "company.yml"
    text = company.read_text("utf-8")
    assert text.count("satisfaction_rate: 92") == 1
    company.write_text(text.replace("satisfaction_rate: 92", "satisfaction_rate: 93"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_the_page_shows_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = re.findall(r"```python\n(.*?)```", (ROOT / "PROGRAMS.md").read_text("utf-8"), re.S)
    known: dict[str, object] = {}
    exec(shown, known)
    said = capsys.readouterr().out
    assert "('parameter', 'satisfaction_rate') ('value',) 92 93" in said
    assert (folder / "site" / COMPANY / "index.html").is_file()


def test_unsound_data_builds_nothing(folder: Path) -> None:
    role = folder / "policy_data" / "roles" / "manager.yml"
    role.write_text(role.read_text("utf-8").replace("\nname:", "\nnmae:"), "utf-8")
    with pytest.raises(handbook.Unsound) as stopped:
        handbook.build(handbook.load(Path("policy_data")), COMPANY, Path("site"))
    assert {problem.place.file for problem in stopped.value.problems} == {
        "policy_data/roles/manager.yml"
    }
    assert "HB202" in str(stopped.value)
    assert not Path("site").exists()


def test_the_door_opens_no_room_before_it_is_asked() -> None:
    code = "import handbook, sys; print(*(n for n in sys.modules if n.startswith('handbook.')))"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert set(ran.stdout.split()) == {"handbook.words", "handbook.words.version"}
