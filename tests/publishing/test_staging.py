"""A new site takes the old one's place in one move, or the old one stays."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.publishing.staging import MARKER, CannotPublish, staged


def fill(folder: Path, text: str) -> None:
    (folder / "search").mkdir(parents=True)
    (folder / "search" / "search_index.json").write_text("{}")
    (folder / "index.html").write_text(text)


def publish(target: Path, text: str) -> None:
    with staged(target) as aside:
        fill(aside, text)


def left_over(target: Path) -> list[str]:
    return sorted(p.name for p in target.parent.iterdir() if p.suffix != ".lock" and p != target)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a site is published already."""
    target = tmp_path / "site" / "acme"
    publish(target, "old")
    return target


def test_a_site_takes_the_place_of_the_one_before(target: Path) -> None:
    (target / "gone.html").write_text("x")
    publish(target, "new")
    assert (target / "index.html").read_text() == "new"
    assert not (target / "gone.html").exists()
    assert left_over(target) == []
    assert target.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_the_old_site_stays_when_the_build_ends_badly(target: Path, error: BaseException) -> None:
    def build() -> None:
        with staged(target) as aside:
            fill(aside, "half")
            raise error

    with pytest.raises((CannotPublish, KeyboardInterrupt)):
        build()
    assert (target / "index.html").read_text() == "old"
    assert left_over(target) == []


def test_an_error_of_the_build_is_passed_on(target: Path) -> None:
    with pytest.raises(ZeroDivisionError), staged(target):
        raise ZeroDivisionError
    assert (target / "index.html").read_text() == "old"


def test_the_old_site_is_whole_while_the_new_one_is_built(target: Path) -> None:
    with staged(target) as aside:
        fill(aside, "new")
        assert (target / "index.html").read_text() == "old"
        assert aside.parent == target.parent


KILLED = """
import os, sys
from pathlib import Path
from handbook.publishing import staging as output
target = Path(sys.argv[1])
with output.staged(target) as aside:
    (aside / "index.html").write_text("half")
    if sys.argv[2] == "between":
        target.rename(output._hidden(target, "old"))
    os._exit(9)
"""


@pytest.mark.parametrize("moment", ["building", "between"])
def test_what_a_killed_build_left_is_put_right(target: Path, moment: str) -> None:
    """``between``: the old site is moved away and the new one is not there yet."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(target), moment], check=False)
    assert done.returncode == 9
    assert left_over(target)
    with staged(target) as aside:
        assert (target / "index.html").read_text() == "old"
        fill(aside, "new")
    assert (target / "index.html").read_text() == "new"
    assert left_over(target) == []


def test_a_second_builder_is_refused(target: Path) -> None:
    second = "import sys; from pathlib import Path; from handbook.publishing.staging import *\n"
    second += "try:\n  with staged(Path(sys.argv[1])): pass\n"
    second += "except CannotPublish as error: print(error.key)"
    with staged(target) as aside:
        fill(aside, "first")
        done = subprocess.run(
            [sys.executable, "-c", second, str(target)], capture_output=True, text=True, check=True
        )
    assert done.stdout.strip() == "publish.busy"
    assert (target / "index.html").read_text() == "first"


@pytest.mark.parametrize("name", ["notes.txt", "index.html", "search/other.json"])
def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path, name: str) -> None:
    target = tmp_path / "documents"
    (target / name).parent.mkdir(parents=True)
    (target / name).write_text("mine")
    with pytest.raises(CannotPublish) as caught, staged(target):
        pytest.fail("must not begin")
    assert caught.value.key == "publish.foreign"
    assert (target / name).read_text() == "mine"


def test_a_site_that_somebody_else_built_is_left_alone(tmp_path: Path) -> None:
    """A theme's files prove nothing: only our marker does, and it stands in every site of ours."""
    target = tmp_path / "site"
    fill(target, "theirs")
    with pytest.raises(CannotPublish) as caught, staged(target):
        pytest.fail("must not begin")
    assert caught.value.key == "publish.foreign"
    assert (target / "index.html").read_text() == "theirs"
    (target / MARKER).touch()
    publish(target, "new")
    assert (target / "index.html").read_text() == "new"
    assert (target / MARKER).is_file()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    publish(tmp_path / "acme", "new")
    assert (tmp_path / "acme" / "index.html").read_text() == "new"


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "acme").write_text("mine")
    with pytest.raises(CannotPublish), staged(tmp_path / "acme"):
        pytest.fail("must not begin")
    assert (tmp_path / "acme").read_text() == "mine"


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CannotPublish) as caught, staged(tmp_path / "file" / "acme"):
        pytest.fail("must not begin")
    assert caught.value.key == "publish.denied"
    assert caught.value.reason


def test_a_folder_that_cannot_be_written_is_refused(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere, so the refusal of the system is what is put in place here
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refuse)
        with pytest.raises(CannotPublish) as caught, staged(target):
            pytest.fail("must not begin")
    assert caught.value.key == "publish.denied"
    assert (target / "index.html").read_text() == "old"
