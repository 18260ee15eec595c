"""However many mistakes there are: found in linear time, printed up to a limit with a count."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handbook.checks.formats.plain import LISTED
from handbook.cli.app import app


def check(*options: str) -> str:
    result = CliRunner().invoke(app, ["check", "--all", *options])
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    return result.stdout


def blank_keys(data: Path) -> int:
    with (data / "roles/night.yml").open("a") as file:
        file.write("".join(f"k{number}:\n" for number in range(40_000)))
    return 40_000


def one_long_line(data: Path) -> int:
    path = data / "roles/night.yml"
    many = ", ".join(f"answer-call{number}" for number in range(20_000))
    path.write_text(path.read_text("utf-8").replace("answer-calls", f"answer-calls, {many}"))
    return 20_000


def arrows_to_nowhere(data: Path) -> int:
    path = data / "processes/promotion.yml"
    head, steps, rest = path.read_text("utf-8").partition("steps:\n")
    more = "".join(
        f"  - {{id: s{number}, name: 甲, actor: employee, next: z{number}}}\n"
        for number in range(5_000)
    )
    path.write_text(head + steps + more + rest, "utf-8")
    return 5_000


def changes_of_nothing(data: Path) -> int:
    base = "".join(f"- {{id: d{number}, area: 甲, text: 乙{number}}}\n" for number in range(4_000))
    (data / "duties").mkdir()
    (data / "duties/many.yml").write_text(base, "utf-8")
    gone = "".join(f"- {{id: e{number}, remove: true}}\n" for number in range(4_000))
    (data / "companies/acme/duties.yml").write_text(gone, "utf-8")
    return 4_000


@pytest.mark.parametrize(
    "spoil", [blank_keys, one_long_line, arrows_to_nowhere, changes_of_nothing]
)
def test_it_takes_seconds_and_is_cut(data: Path, spoil: object) -> None:
    assert callable(spoil)
    number = spoil(data)
    before = time.process_time()
    told = check("--lang", "zh").splitlines()
    # a few seconds; what takes the square of the mistakes takes a minute or more
    assert time.process_time() - before < 10
    *findings, unchecked = [line for line in told if line.startswith("policy_data/")]
    assert len(findings) == LISTED
    assert " 未检查：" in unchecked
    (rest,) = (line for line in told if line.startswith("还有 "))
    rest = rest.removeprefix("还有 ").split(" ")[0].replace(",", "")
    assert int(rest) + LISTED >= number


def test_other_programs_are_told_everything(data: Path) -> None:
    with (data / "roles/night.yml").open("a") as file:
        file.write("".join(f"k{number}: 1\n" for number in range(LISTED + 1)))
    rows = [row["severity"] for row in json.loads(check("--format", "json"))]
    assert rows.count("error") == LISTED + 1
    assert check("--format", "github").count("::error ") == LISTED + 1
    (run,) = json.loads(check("--format", "sarif"))["runs"]
    assert len(run["results"]) == LISTED + 1
    told = check("--lang", "en").splitlines()
    assert "1 more is not listed. Mend those above first; --format json shows all." in told


def test_exactly_as_many_as_are_listed_are_listed(data: Path) -> None:
    with (data / "roles/night.yml").open("a") as file:
        file.write("".join(f"k{number}: 1\n" for number in range(LISTED)))
    told = check("--lang", "zh")
    assert told.count("HB202") == LISTED
    assert "还有" not in told
