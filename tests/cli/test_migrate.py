"""handbook migrate: what it says, what it asks, and when it changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT
from typer.testing import CliRunner, Result

from handbook.authoring.migrations import MIGRATIONS, Documents, Migration, plan
from handbook.authoring.migrations.steps import rename, things
from handbook.cli.app import app
from handbook.reading.data_format import FORMAT, UNFINISHED
from handbook.words.catalogue import say

NEXT = FORMAT + 1
ROLE = "id: junior\n# 上\nname: 初级客服  # 旁\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def older(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data of the format before a program whose last step renames a field and moves a file."""

    def step(documents: Documents) -> None:
        for role in things(documents, "roles"):
            rename(role, "name", "title")
        documents["indicators.yml"] = documents.pop("metrics.yml")

    steps = (*MIGRATIONS, Migration(NEXT, step))
    monkeypatch.setattr(plan.planned, "__defaults__", (steps,))
    monkeypatch.setattr("handbook.cli.migrate.say", said)
    for path in (data / "roles").iterdir():
        path.unlink()
    (data / "roles" / "junior.yml").write_text(ROLE, encoding="utf-8")
    return data


def said(key: str, lang: str, **facts: object) -> str:
    return "the step" if key == f"migration.{NEXT}" else say(key, lang, **facts)


@pytest.fixture
def all_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Older data is read the same way, as between formats that only add something."""
    monkeypatch.setattr("handbook.reading.data_format.OLDEST_READ", 0)


@pytest.mark.usefixtures("all_read")
def test_data_from_before_versions_is_told_once_and_read(data: Path) -> None:
    (data / "format.yml").unlink()
    found = run("check", "--lang", "en")
    assert found.exit_code == 0
    assert found.stdout.count("HB138") == 1
    assert "policy_data/format.yml:1:1: HB138" in found.stdout
    done = run("migrate", "--yes", "--lang", "en")
    assert done.exit_code == 0
    assert done.stdout.endswith(say("migrate.done", "en", path="policy_data", n=FORMAT) + "\n")
    assert "HB138" not in run("check", "--lang", "en").output


@pytest.mark.usefixtures("all_read")
def test_the_policy_of_older_data_is_checked_all_the_same(data: Path) -> None:
    (data / "format.yml").unlink()
    path = data / "companies" / "acme" / "company.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: acme\n", "id: acme\ncolour: '#ffffff'\n"), encoding="utf-8")
    told = run("check", "--lang", "en").stdout
    assert "HB138" in told
    assert "HB851" in told


def test_nothing_to_do(data: Path) -> None:
    before = everything(data)
    done = run("migrate", "--lang", "en")
    assert (done.exit_code, done.stdout) == (
        0, say("migrate.current", "en", path="policy_data", n=FORMAT) + "\n"
    )  # fmt: skip
    assert everything(data) == before


def test_it_shows_what_it_would_change_and_changes_nothing_by_itself(older: Path) -> None:
    before = everything(older)
    shown = run("migrate", "--lang", "en")
    assert shown.exit_code == 1
    assert shown.stderr.splitlines()[-1] == say("migrate.nothing", "en")
    assert everything(older) == before
    lines = shown.stdout.splitlines()
    assert lines[:5] == [
        f"policy_data: from format {FORMAT} to format {NEXT}.",
        f"  Format {NEXT}: the step",
        "  changed: policy_data/format.yml",
        "  moved: policy_data/metrics.yml → policy_data/indicators.yml",
        "  changed: policy_data/roles/junior.yml",
    ]
    assert lines[5:] == [
        "--- policy_data/format.yml",
        "+++ policy_data/format.yml",
        "@@ -1 +1 @@",
        f"-format: {FORMAT}",
        f"+format: {NEXT}",
        "--- policy_data/roles/junior.yml",
        "+++ policy_data/roles/junior.yml",
        "@@ -1,3 +1,3 @@",
        " id: junior",
        " # 上",
        "-name: 初级客服  # 旁",
        "+title: 初级客服  # 旁",
    ]


def test_yes_changes_it(older: Path) -> None:
    metrics = (older / "metrics.yml").read_bytes()
    assert run("migrate", "--yes").exit_code == 0
    assert (older / "roles" / "junior.yml").read_text("utf-8") == ROLE.replace("name", "title")
    assert (older / "indicators.yml").read_bytes() == metrics
    assert not (older / "metrics.yml").exists()
    assert (older / "format.yml").read_text("utf-8") == f"format: {NEXT}\n"


@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of its own")
def test_in_a_terminal_it_asks(data: Path, answer: str, status: int) -> None:
    import pty  # noqa: PLC0415 - not on Windows

    (data / "format.yml").unlink()
    before = everything(data)
    ours, theirs = pty.openpty()
    os.write(ours, answer.encode() or b"\x04")
    done = subprocess.run(
        [sys.executable, "-m", "handbook", "migrate", "--lang", "en"],
        stdin=theirs, capture_output=True, text=True, cwd=data.parent, timeout=60, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)
    assert say("migrate.question", "en") in done.stdout
    assert done.returncode == status, done.stderr
    assert (everything(data) == before) == bool(status)


def test_what_it_cannot_read_is_told_with_its_place(older: Path) -> None:
    (older / "roles" / "junior.yml").write_text("id: junior\nid: b\n", encoding="utf-8")
    before = everything(older)
    done = run("migrate", "--yes", "--lang", "en")
    assert done.exit_code == 1
    assert "policy_data/roles/junior.yml:2:1: HB107" in done.stdout
    assert everything(older) == before


def test_data_of_a_newer_program_is_not_touched_by_any_command(data: Path) -> None:
    (data / "format.yml").write_text(f"format: {NEXT}\n", encoding="utf-8")
    before = everything(data)
    for command in (
        ("migrate", "--yes"), ("check", "--all"), ("check", "--company", "acme"), ("schema",),
        ("new", "role", "x"), ("new", "company", "x"),
    ):  # fmt: skip
        done = run(*command, "--lang", "en")
        assert done.exit_code == 1, command
        told = [line for line in done.stdout.splitlines() if ": HB" in line]
        assert told[0] == (
            f"policy_data/format.yml:1:9: HB140 {say('HB140', 'en', found=NEXT, known=FORMAT)}"
        ), command
        # but that the rules did not run
        assert all(line.startswith("policy_data/companies:1:1:") for line in told[1:]), command
    assert everything(data) == before


def test_older_data_that_would_be_misread_is_not_read(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "format.yml").unlink()
    (data / "roles" / "junior.yml").write_text("[", encoding="utf-8")
    monkeypatch.setattr("handbook.reading.data_format.OLDEST_READ", FORMAT)
    done = run("check", "--lang", "en")
    assert done.exit_code == 1
    told = [line for line in done.stdout.splitlines() if "HB" in line]
    assert [line.split()[1] for line in told] == ["HB139"]


def test_an_interrupted_one_is_put_back_first(data: Path) -> None:
    (data / UNFINISHED / "old" / "roles").mkdir(parents=True)
    (data / UNFINISHED / "changes.json").write_text('{"roles/junior.yml": null}')
    role = data / "roles" / "junior.yml"
    before = everything(data / "roles")
    role.rename(data / UNFINISHED / "old" / "roles" / "junior.yml")
    assert "HB143" in run("check").stdout
    done = run("migrate", "--yes", "--lang", "en")
    assert done.exit_code == 0
    assert say("migrate.undone", "en", path="policy_data") in done.stderr
    assert everything(data / "roles") == before
    assert not (data / UNFINISHED).exists()


def test_what_was_edited_after_an_interruption_stops_it(data: Path) -> None:
    (data / UNFINISHED).mkdir()
    (data / UNFINISHED / "changes.json").write_text('{"roles/junior.yml": "0"}')
    before = everything(data)
    done = run("migrate", "--yes", "--lang", "en")
    told = say("migrate.edited", "en", path="roles/junior.yml")
    assert (done.exit_code, done.stderr) == (2, told + "\n")
    assert everything(data) == before


def test_no_data(tmp_path: Path) -> None:
    done = run("migrate", "--data", str(tmp_path), "--lang", "en")
    assert (done.exit_code, done.stderr) == (2, say("NoData", "en", name=tmp_path) + "\n")
