"""Each file of tests/bad spoils the good handbook, and says which lines follow (bad_case.py).

``pytest --update-golden`` renews the lines; read each renewed one as the person would who has to
mend the file.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bad_case import CASES, bad_case
from typer.testing import CliRunner

from handbook.cli.app import app
from handbook.reading.library import load


@pytest.mark.parametrize("name", CASES)
def test_says_what_is_wrong_and_where(
    name: str, data: Path, request: pytest.FixtureRequest
) -> None:
    case = bad_case(name)
    case.write(data)
    result = CliRunner().invoke(app, ["check", "--all", "--lang", "zh"])
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    assert result.stdout
    # Below each finding stands the line of the file, indented; between files an empty line
    told = [line for line in result.stdout.splitlines() if line and line[0] != " "]
    unchecked = [line for line in told if " 未检查：" in line]  # acme names no law
    findings = "\n".join(line for line in told if line not in unchecked)
    case.compare(findings, renew=bool(request.config.getoption("--update-golden")))
    assert unchecked or not load(data).readable  # of no company anything is known then
