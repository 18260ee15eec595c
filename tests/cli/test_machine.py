"""A machine that refuses, a terminal that obeys, and hasty fingers: one sentence and a status."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handbook.cli import main as door
from handbook.cli.app import app
from handbook.words.catalogue import say

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "handbook")


def typed(*arguments: str, cwd: Path, **options: object) -> subprocess.CompletedProcess[str]:
    """The command as it is typed."""
    environment: Mapping[str, str] = {
        **os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"
    }  # fmt: skip
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*COMMAND, *arguments], cwd=cwd, env=environment, text=True, timeout=60, check=False,
        **given,
    )  # fmt: skip


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("check",), ("--help",), ("check", "--format", "json")])
def test_no_room_for_the_output_is_told_in_one_sentence(
    data: Path, arguments: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("w") as full:
        done = typed(*arguments, cwd=data.parent, stdout=full)
    assert done.returncode == 2
    assert done.stderr == say("cli.lost", "zh", reason="No space left on device") + "\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_no_room_for_anything_is_a_status(data: Path) -> None:
    with Path("/dev/full").open("w") as full:
        assert typed("check", cwd=data.parent, stdout=full, stderr=full).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a limit for the size of files")
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("new", "company", "beta"), "companies/beta/company.yml"),
        (("new", "role", "new-role"), "roles/new-role.yml"),
        (("schema",), ".schema/"),
    ],
)
def test_full_disk_leaves_no_half_file_and_names_what_could_not_be_written(
    data: Path, arguments: tuple[str, ...], named: str
) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    before = everything(data)
    folders = sorted(path for path in data.rglob("*") if path.is_dir())
    done = typed(
        *arguments, cwd=data.parent,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50)),
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert f"policy_data/{named}" in line
    assert "File too large" in line
    assert everything(data) == before
    left = {path for path in data.rglob("*") if path.is_dir()} - set(folders)
    assert left <= {data / ".schema"}


def test_folder_that_cannot_be_made_is_named(data: Path) -> None:
    """As on a disk that is read-only, which root would not notice."""
    (data / ".schema").write_text("a file")
    done = typed("schema", cwd=data.parent)
    assert done.returncode == 2
    assert done.stderr == say(
        "cli.unwritten", "zh", path="policy_data/.schema", reason="File exists"
    ) + "\n"  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_interrupt_at_any_moment_of_the_start_is_quiet(data: Path) -> None:
    """From the moment on in which Python runs what is ours."""
    hold = (
        "import os, sys, signal\n"
        "wanted = int(sys.argv.pop(1))\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        global wanted\n"
        "        wanted -= 1\n"
        "        if wanted == 0: os.kill(os.getpid(), signal.SIGINT)\n"
        "from handbook.cli.main import main\n"
        "sys.meta_path.insert(0, Finder())\n"
        "main()\n"
    )
    for number in (1, 2, 10, 50, 150):
        done = subprocess.run(
            [sys.executable, "-c", hold, str(number), "check"], cwd=data.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr) == (130, "", ""), number


def test_door_is_light() -> None:
    """What it imports before it can be interrupted quietly."""
    code = "import sys; before = set(sys.modules); import handbook.cli.main\n"
    code += "print(*sorted(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    ours = [name for name in done.stdout.split() if name.startswith("handbook")]
    assert set(ours) <= {"handbook", "handbook.cli", "handbook.cli.main", "handbook.words",
                         "handbook.words.version"}  # fmt: skip
    assert door.INTERRUPTED == 130


ESCAPES = "evil\x1b[2J\x1b]0;title\x07\u202e"


@pytest.mark.parametrize("arguments", [("check", "--company", "nope"), ("check",)])
def test_name_of_a_folder_does_nothing_to_the_terminal(
    data: Path, arguments: tuple[str, ...]
) -> None:
    folder = data / "companies" / ESCAPES
    folder.mkdir()
    (folder / "company.yml").write_text("id: x\n")
    result = CliRunner().invoke(app, [*arguments])
    assert result.exit_code in (1, 2)
    assert "evil" in result.output
    assert not {"\x1b", "\x07", "\u202e"} & set(result.output)


@pytest.mark.parametrize("option", ["--company", "--data", "--lang"])
def test_what_was_typed_does_nothing_to_the_terminal(data: Path, option: str) -> None:
    result = CliRunner().invoke(app, ["check", option, ESCAPES])
    assert result.exit_code == 2
    assert "evil" in result.output
    assert not {"\x1b", "\x07", "\u202e"} & set(result.output)


def test_tilde_means_the_home_folder(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(data.parent))
    monkeypatch.setenv("USERPROFILE", str(data.parent))
    monkeypatch.chdir("/")
    result = CliRunner().invoke(app, ["check", "--data=~/policy_data"])
    assert result.exit_code == 0, result.output


def test_tilde_of_nobody_is_told(data: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--data=~no-such-user/policy_data"])
    assert result.exit_code == 2
    assert "~no-such-user/policy_data" in result.output
