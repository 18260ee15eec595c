"""What lies in a site's folder and isn't ours stays; what we wrote and somebody changed, too."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import ACME, FOREIGN, NEW, OLD, beside, fill, publish, tree

from handbook.publishing.notes import CannotPublish
from handbook.publishing.record import RECORD, Owner
from handbook.publishing.staging import staged


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a site is published already."""
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "site" / "acme"
    publish(target, OLD)
    return target


def refused(target: Path, owner: Owner = ACME) -> str:
    """Why a site can't go there; nothing there is touched."""
    before = tree(target)
    with pytest.raises(CannotPublish) as caught:
        publish(target, NEW, owner)
    assert tree(target) == before
    for lang in ("zh", "en"):
        assert str(target) in caught.value.note.message(lang)
    return caught.value.key


def test_what_others_laid_there_stays(target: Path) -> None:
    fill(target, FOREIGN)
    (target / "uploads").mkdir()
    (target / "latest").symlink_to("roles/contract.pdf")
    (target / "a" / "b.js.map").hardlink_to(target / "CNAME")
    for _ in range(2):
        (note,) = publish(target, NEW)
    kept = {
        **FOREIGN,
        "a/b.js.map": "acme.example",
        "uploads/": "",
        "latest": "-> roles/contract.pdf",
    }
    assert tree(target) == {**NEW, **kept}
    assert note.message("zh").endswith("：.git、CNAME、a/b.js.map、latest、roles/contract.pdf、…。")
    assert "6" in note.message("en")
    assert beside(target) == []


def test_what_others_laid_there_during_the_build_stays(target: Path) -> None:
    with staged(target, ACME) as staging:
        fill(staging.folder, NEW)
        fill(target, FOREIGN)
    assert tree(target) == {**NEW, **FOREIGN}


def test_what_links_cannot_keep_is_copied(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no hard links here")

    fill(target, FOREIGN)
    (target / "CNAME").chmod(0o400)
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", refuse)
        publish(target, NEW)
    assert tree(target) == {**NEW, **FOREIGN}
    assert (target / "CNAME").stat().st_mode & 0o777 == 0o400


@pytest.mark.parametrize("path", ["new/page.html", "new"])
def test_what_stands_in_the_way_of_a_new_page_stops_the_build(target: Path, path: str) -> None:
    fill(target, {path: "mine"})
    assert refused(target) == "publish.no-place"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_cannot_be_kept_stops_the_build(target: Path) -> None:
    os.mkfifo(target / "pipe")
    assert refused(target) == "publish.no-place"


def test_page_that_somebody_changed_stops_the_build(target: Path) -> None:
    fill(target, {"roles/agent.html": "corrected by hand"})
    with pytest.raises(CannotPublish) as caught, staged(target, ACME):
        pytest.fail("must not begin")
    assert "roles/agent.html" in caught.value.note.message("zh")
    (target / "roles" / "agent.html").unlink()
    publish(target, NEW)
    assert tree(target) == NEW


@pytest.mark.parametrize("change", ["link", "folder", "pipe"])
def test_page_that_became_something_else_stops_the_build(target: Path, change: str) -> None:
    path = target / "index.html"
    path.unlink()
    if change == "link":
        path.symlink_to("roles/agent.html")
    elif change == "folder":
        fill(path, {"mine.txt": "mine"})
    else:
        os.mkfifo(path)
    assert refused(target) == "publish.changed"


def test_page_changed_during_the_build_stops_it(target: Path) -> None:
    def build() -> None:
        with staged(target, ACME) as staging:
            fill(staging.folder, NEW)
            fill(target, {"index.html": "corrected by hand"})

    with pytest.raises(CannotPublish) as caught:
        build()
    assert caught.value.key == "publish.changed"
    assert tree(target) == {**OLD, "index.html": "corrected by hand"}


def test_file_emptied_by_a_lost_write_stops_nothing(target: Path) -> None:
    fill(target, {"index.html": ""})
    publish(target, NEW)
    assert tree(target) == NEW


def test_what_comes_while_the_folders_are_swapped_is_moved_out_and_told(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def renamed(path: Path, to: Path) -> Path:
        if path == target:
            fill(target, {"late.txt": "mine", "index.html": "corrected"})
        return rename(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", renamed)
        (note,) = publish(target, NEW)
    assert tree(target) == NEW
    (kept,) = beside(target)
    assert kept.startswith("acme.kept-")
    assert tree(target.with_name(kept)) == {"late.txt": "mine", "index.html": "corrected"}
    assert kept in note.message("zh")
    assert publish(target, OLD) == []
    assert beside(target) == [kept]


@pytest.mark.parametrize(
    "owner",
    [
        Owner("beta", "employee", draft=False),
        Owner("acme", "hr", draft=False),
        Owner("acme", "employee", draft=True),
    ],
)
def test_another_site_is_left_alone(target: Path, owner: Owner) -> None:
    assert refused(target, owner) == "publish.other"


# —— folders that are no site of ours ——


@pytest.mark.parametrize("name", ["notes.txt", "index.html", "search/other.json", "empty/"])
def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path, name: str) -> None:
    target = tmp_path / "documents"
    if name.endswith("/"):
        (target / name).mkdir(parents=True)
    else:
        fill(target, {name: "mine"})
    assert refused(target) == "publish.foreign"


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "acme").write_text("mine")
    with pytest.raises(CannotPublish), staged(tmp_path / "acme", ACME):
        pytest.fail("must not begin")
    assert (tmp_path / "acme").read_text() == "mine"


def _broken(change: Callable[[dict[str, object]], object]) -> Callable[[str], str]:
    def broken(text: str) -> str:
        said = json.loads(text)
        change(said)
        return json.dumps(said)

    return broken


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "[]",
        lambda text: "[" * 100_000,
        lambda text: "\udcff",
        _broken(lambda said: said.pop("files")),
        _broken(lambda said: said.update(format=2)),
        _broken(lambda said: said.update(company=7)),
        _broken(lambda said: said.update(draft="no")),
        _broken(lambda said: said.update(files={"index.html": 1})),
        _broken(lambda said: said.update(files=["index.html"])),
    ],
)
def test_record_that_nobody_understands_stops_the_build(
    target: Path, spoil: Callable[[str], str]
) -> None:
    path = target / RECORD
    path.write_text(spoil(path.read_text()), encoding="utf-8", errors="surrogateescape")
    assert refused(target) == "publish.record"


def test_record_that_names_files_elsewhere_deletes_none(target: Path, tmp_path: Path) -> None:
    fill(tmp_path, {"mine.txt": "mine"})
    said = json.loads((target / RECORD).read_text())
    said["files"] |= {"../../mine.txt": "0" * 64, str(tmp_path / "mine.txt"): "0" * 64}
    (target / RECORD).write_text(json.dumps(said))
    publish(target, NEW)
    assert tree(target) == NEW
    assert (tmp_path / "mine.txt").read_text() == "mine"


# —— sites of versions that kept no record ——


def test_site_without_a_list_is_taken_once_with_what_is_surely_foreign(target: Path) -> None:
    (target / RECORD).write_text("")
    (target / "roles" / "gone.html").unlink()
    fill(target, {".git/HEAD": "ref", "CNAME": "acme.example"})
    publish(target, NEW)
    assert tree(target) == {**NEW, ".git/HEAD": "ref", "CNAME": "acme.example"}
    assert refused(target, Owner("beta", "employee", draft=False)) == "publish.other"
    assert beside(target) == []


def test_site_without_a_list_names_what_may_be_somebodys(target: Path) -> None:
    (target / RECORD).write_text("")
    fill(target, FOREIGN)
    with pytest.raises(CannotPublish) as caught:
        publish(target, NEW)
    assert caught.value.key == "publish.unknown"
    assert "roles/contract.pdf、roles/gone.html" in caught.value.note.message("zh")
    assert tree(target) == {**OLD, **FOREIGN}
