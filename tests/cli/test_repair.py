"""Every command puts right what a killed build left, before it does anything else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handbook.cli.app import app
from handbook.publishing.record import Owner
from handbook.publishing.staging import staged
from handbook.publishing.unfinished import locked, noted
from handbook.words.catalogue import say

pytestmark = pytest.mark.usefixtures("own_environment")
COMMANDS = (
    ("check",), ("explain", "HB501"), ("schema",), ("new", "company", "beta"),
    ("new", "role", "new-role"), ("build",),
    ("serve", "--address", "8000"), ("check", "--company", "nope"),
)  # fmt: skip


@pytest.fixture
def killed(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A site elsewhere, whose build was killed between its two renames."""
    target = tmp_path_factory.mktemp("web") / "acme"
    with staged(target, Owner("acme", "employee", draft=False)) as staging:
        (staging.folder / "index.html").write_text("old")
    os.rename(target, target.with_name(f".acme.old-{'0' * 32}"))
    (target.with_name(f".acme.new-{'1' * 32}")).mkdir()
    with noted(target):
        yield target


@pytest.mark.parametrize("command", COMMANDS)
def test_next_command_brings_the_old_site_back(killed: Path, command: tuple[str, ...]) -> None:
    """Whatever it is, and whatever it says then."""
    assert not killed.exists()
    result = CliRunner().invoke(app, [*command])
    assert (killed / "index.html").read_text() == "old"
    assert say("publish.restored", "zh", path=killed) in result.stderr
    assert sorted(p.name for p in killed.parent.iterdir()) == [".acme.lock", "acme"]
    again = CliRunner().invoke(app, ["explain", "HB501"])
    assert str(killed) not in again.output


def test_site_that_is_being_built_is_let_alone(killed: Path) -> None:
    with locked(killed):
        result = CliRunner().invoke(app, ["check"])
    assert result.exit_code == 0
    assert not killed.exists()


def test_place_that_only_people_can_put_right_is_told_by_every_command(killed: Path) -> None:
    killed.mkdir()
    (killed / "notes.txt").write_text("mine")
    for _ in range(2):
        result = CliRunner().invoke(app, ["check"])
        assert result.exit_code == 0
        assert str(killed) in result.stderr
    assert (killed / "notes.txt").read_text() == "mine"
    (killed / "notes.txt").unlink()
    CliRunner().invoke(app, ["check"])
    assert (killed / "index.html").read_text() == "old"


@pytest.mark.parametrize("content", [b"", b"/etc/passwd", b"\xff\x00", b"x" * 5000])
def test_note_that_says_nothing_does_nothing(data: Path, content: bytes) -> None:
    folder = data.parent / ".cache" / "publishing"
    folder.mkdir(parents=True)
    (folder / ("0" * 32)).write_bytes(content)
    (folder / "folder").mkdir()
    assert CliRunner().invoke(app, ["check"]).exit_code == 0
