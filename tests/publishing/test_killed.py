"""A publication that ends at any file operation leaves the old site or the new one, whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from killing import CRASHED, DONE, REFUSED, killed_at, refused_at
from sites import FOREIGN, NEW, OLD, beside, fill, publish, tree

from handbook.publishing.notes import CannotPublish
from handbook.publishing.unfinished import FOLDER, repair

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork.*:DeprecationWarning"),
]
LONGEST = 1000  # operations; a publication here takes about a hundred
BEFORE = {**OLD, **FOREIGN, "uploads/": ""}
AFTER = {**NEW, **FOREIGN, "uploads/": ""}
Work = Callable[[], Path]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Gives the place of a site, each time as it was: published, with things of others in it."""
    first, now = tmp_path / "first", tmp_path / "now"
    first.mkdir()
    monkeypatch.chdir(first)
    publish(first / "site" / "acme", OLD)
    fill(first / "site" / "acme", FOREIGN)
    (first / "site" / "acme" / "uploads").mkdir()
    (first / "site" / "acme" / "link").symlink_to("nowhere")

    def fresh() -> Path:
        shutil.rmtree(now, ignore_errors=True)
        shutil.copytree(first, now, symlinks=True)
        monkeypatch.chdir(now)
        return now / "site" / "acme"

    return fresh


def whole(target: Path) -> Mapping[str, str] | None:
    """The site that lies there; nothing else lies beside it, and nothing is waiting."""
    assert beside(target) == []
    assert [note for note in FOLDER.iterdir() if note.stat().st_size] == []
    found = tree(target)
    assert found.pop("link") == "-> nowhere"
    return found


@pytest.mark.parametrize("half", [False, True])
def test_kill_at_every_operation_is_put_right_by_any_command(work: Work, half: bool) -> None:
    seen = []
    for number in range(LONGEST):
        target = work()
        killed = killed_at(number, lambda target=target: publish(target, NEW), half=half)
        repair()  # what every command does first
        found = whole(target)
        assert found in (BEFORE, AFTER), number
        seen.append(found == AFTER)
        if not killed:
            break
    assert seen == sorted(seen)  # once it is the new one it never is the old one again
    assert seen.count(False) > 30
    assert seen.count(True) > 10


def test_kill_at_every_operation_is_put_right_by_a_build(work: Work) -> None:
    for number in range(LONGEST):
        target = work()
        killed = killed_at(number, lambda target=target: publish(target, NEW))
        publish(target, {**NEW, "last.html": "last"})
        assert whole(target) == {**AFTER, "last.html": "last"}, number
        if not killed:
            break


def test_kill_of_the_repair_is_repaired(work: Work) -> None:
    """From each state that a killed publication can leave, at each operation of the repair."""
    states: dict[tuple[tuple[str, ...], bool], int] = {}
    for number in range(LONGEST):
        target = work()
        if not killed_at(number, lambda target=target: publish(target, NEW)):
            break
        names = tuple(sorted(name.rpartition("-")[0] for name in beside(target)))
        states[names, target.exists()] = number  # the last of each kind
    assert len(states) >= 4
    for number in states.values():
        for again in range(LONGEST):
            target = work()
            killed_at(number, lambda target=target: publish(target, NEW))
            killed = killed_at(again, repair)
            repair()
            assert whole(target) in (BEFORE, AFTER), (number, again)
            if not killed:
                break


def test_first_publication_killed_at_every_operation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(LONGEST):
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        target = tmp_path / "site" / "acme"
        killed = killed_at(number, lambda target=target: publish(target, NEW))
        repair()
        assert not target.exists() or tree(target) == NEW, number
        assert not target.parent.exists() or beside(target) == [], number
        if not killed:
            break


def test_refusal_at_every_operation_leaves_a_whole_site(work: Work) -> None:
    """Nothing is repaired here: whoever looks at the site meanwhile finds it whole, too."""
    statuses = []
    for number in range(LONGEST):
        target = work()
        status = refused_at(number, lambda target=target: publish(target, NEW), CannotPublish)
        statuses.append(status)
        assert status != CRASHED, number
        found = tree(target)
        found.pop("link")
        assert found in (BEFORE, AFTER), number
        assert status == DONE or found == BEFORE, number
        if status == DONE and number > 10 and statuses[-5:] == [DONE] * 5:
            break
    assert statuses.count(REFUSED) > 20
