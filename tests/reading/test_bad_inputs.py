"""Every folder of tests/bad spoils the good handbook; expected.txt holds the lines that follow.

A folder holds only the files that differ. ``pytest --update-golden`` renews expected.txt; read
each renewed line as the person would who has to mend the file.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handbook.cli.app import app
from handbook.reading.library import load

BAD = Path(__file__).parent.parent / "bad"
CASES = sorted(path.name for path in BAD.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES)
def test_says_what_is_wrong_and_where(
    case: str, data: Path, expect: Callable[[Path, str], None]
) -> None:
    shutil.copytree(
        BAD / case, data, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt")
    )
    result = CliRunner().invoke(app, ["check", "--all", "--lang", "zh"])
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    assert result.stdout
    # Below each finding stands the line of the file, indented; between files an empty line
    told = [line for line in result.stdout.splitlines() if line and line[0] != " "]
    unchecked = [line for line in told if " 未检查：" in line]  # acme names no law
    expect(BAD / case / "expected.txt", "\n".join(line for line in told if line not in unchecked))
    assert unchecked or not load(data).readable  # of no company anything is known then
