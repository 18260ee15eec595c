"""A new site takes the old one's place in one move, or the old one stays."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import ACME, NEW, OLD, beside, fill, publish, tree

from handbook.publishing import swap
from handbook.publishing.notes import CannotPublish
from handbook.publishing.record import RECORD
from handbook.publishing.staging import staged


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a site is published already."""
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "site" / "acme"
    publish(target, OLD)
    return target


def test_a_site_takes_the_place_of_the_one_before(target: Path) -> None:
    publish(target, NEW)
    assert tree(target) == NEW
    assert beside(target) == []
    assert target.stat().st_mode & 0o777 == 0o755


def test_the_same_files_give_the_same_record(target: Path, tmp_path: Path) -> None:
    publish(tmp_path / "other", dict(reversed(OLD.items())))
    assert (tmp_path / "other" / RECORD).read_bytes() == (target / RECORD).read_bytes()


def test_who_may_read_the_site_stays_as_it_is(target: Path) -> None:
    target.chmod(0o750)
    publish(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), CannotPublish),
        (KeyboardInterrupt(), KeyboardInterrupt),
        (ZeroDivisionError(), ZeroDivisionError),
    ],
)
def test_the_old_site_stays_when_the_build_ends_badly(
    target: Path, error: BaseException, raised: type[BaseException]
) -> None:
    def build() -> None:
        with staged(target, ACME) as staging:
            fill(staging.folder, {"index.html": "half"})
            raise error

    with pytest.raises(raised):
        build()
    assert tree(target) == OLD
    assert beside(target) == []


def test_only_a_refusal_of_the_output_is_told_as_one(target: Path) -> None:
    """A missing file of the theme, say, is no reason to speak of writing."""

    def build(name: str) -> None:
        with staged(target, ACME) as staging:
            path = staging.folder / name
            raise PermissionError(errno.EACCES, "Permission denied", str(path))

    with pytest.raises(CannotPublish) as caught:
        build("roles/agent.html")
    assert caught.value.key == "publish.denied"
    with pytest.raises(PermissionError):
        build("/somewhere/else")
    with pytest.raises(FileNotFoundError), staged(target, ACME):
        raise FileNotFoundError("nope.html")
    assert tree(target) == OLD


def test_the_old_site_is_whole_while_the_new_one_is_built(target: Path) -> None:
    with staged(target, ACME) as staging:
        fill(staging.folder, NEW)
        assert tree(target) == OLD
        assert staging.folder.parent == target.parent


def test_a_second_builder_is_refused(target: Path) -> None:
    second = "import sys; from pathlib import Path\n"
    second += "from handbook.publishing.notes import CannotPublish\n"
    second += "from handbook.publishing.record import Owner\n"
    second += "from handbook.publishing.staging import staged\n"
    second += "try:\n  with staged(Path(sys.argv[1]), Owner('acme', 'employee', False)): pass\n"
    second += "except CannotPublish as error: print(error.key)"
    with staged(target, ACME) as staging:
        fill(staging.folder, NEW)
        done = subprocess.run(
            [sys.executable, "-c", second, str(target)],
            capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONPATH": str(Path(swap.__file__).parents[2])},
        )  # fmt: skip
    assert done.stdout.strip() == "publish.busy"
    assert tree(target) == NEW


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    publish(tmp_path / "acme", NEW)
    assert tree(tmp_path / "acme") == NEW


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CannotPublish) as caught, staged(tmp_path / "file" / "acme", ACME):
        pytest.fail("must not begin")
    assert caught.value.key == "publish.denied"
    assert caught.value.note.facts["reason"]


def test_a_folder_that_cannot_be_written_is_refused(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere, so the refusal of the system is what is put in place here
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refuse)
        with pytest.raises(CannotPublish) as caught, staged(target, ACME):
            pytest.fail("must not begin")
    assert caught.value.key == "publish.denied"
    assert tree(target) == OLD


def test_windows_waits_for_who_looks_at_a_folder(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virus scanner lets no folder be renamed for a moment."""
    refusals = [PermissionError(errno.EACCES, "in use")] * 2
    rename = Path.rename

    def renamed(path: Path, to: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return rename(path, to)

    monkeypatch.setattr(swap, "_PAUSES", (0.0, 0.0, 0.0))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", renamed)
        publish(target, NEW)
    assert tree(target) == NEW
    assert beside(target) == []


def test_site_that_can_go_nowhere_is_told_and_comes_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old site is moved away, and then nothing can be moved any more."""
    rename, moved = Path.rename, []

    def renamed(path: Path, to: Path) -> Path:
        if moved:
            raise PermissionError(errno.EACCES, "Permission denied", str(to))
        moved.append(to)
        return rename(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", renamed)
        with pytest.raises(CannotPublish) as caught:
            publish(target, NEW)
    assert caught.value.key == "publish.halfway"
    assert str(moved[0]) in caught.value.note.message("zh")
    assert [note.key for note in publish(target, NEW)] == ["publish.restored"]
    assert tree(target) == NEW


def test_place_that_was_taken_after_a_kill_is_left_to_people(target: Path) -> None:
    old = target.with_name(f".acme.old-{'0' * 32}")
    target.rename(old)
    fill(target, {"notes.txt": "mine"})
    with pytest.raises(CannotPublish) as caught:
        publish(target, NEW)
    assert caught.value.key == "publish.left"
    assert tree(target) == {"notes.txt": "mine"}
    assert tree(old) == OLD


def test_the_last_of_two_old_sites_returns(target: Path) -> None:
    older = target.with_name(f".acme.old-{'f' * 32}")
    shutil.copytree(target, older)
    fill(older, {"index.html": "older"})
    time.sleep(0.05)  # a file system may look at the clock that seldom
    target.rename(target.with_name(f".acme.old-{'0' * 32}"))
    with pytest.raises(ZeroDivisionError), staged(target, ACME):
        raise ZeroDivisionError
    assert tree(target) == OLD


def test_empty_folder_in_the_place_of_a_killed_build_goes(target: Path) -> None:
    """A web server or a script may make it."""
    target.rename(target.with_name(f".acme.old-{'0' * 32}"))
    target.mkdir()
    with pytest.raises(ZeroDivisionError), staged(target, ACME):
        raise ZeroDivisionError
    assert tree(target) == OLD


def test_no_site_is_taken_away_before_the_disk_has_the_new_one(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut must find one of them whole."""
    seen: list[tuple[dict[str, str], list[str]]] = []

    def sync() -> None:
        old = [tree(path) == OLD for path in target.parent.glob(".acme.old-*")]
        seen.append((tree(target), ["whole" if whole else "in part" for whole in old]))

    monkeypatch.setattr(os, "sync", sync, raising=False)
    publish(target, NEW)
    assert seen == [(OLD, []), (NEW, ["whole"])]
