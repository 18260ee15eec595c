"""All files change or none: whatever ends the process, whatever the machine refuses."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from killing import CRASHED, DONE, REFUSED, killed_at, refused_at

from handbook.authoring.migrations import MIGRATIONS, Documents, Migration
from handbook.authoring.migrations.plan import planned
from handbook.authoring.migrations.steps import rename, things
from handbook.authoring.migrations.swap import Busy, Changed, put_in_place, undo
from handbook.authoring.writing import CannotWrite
from handbook.reading.data_format import UNFINISHED
from handbook.reading.library import load

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork.*:DeprecationWarning")
LONGEST = 1000  # operations
BEFORE = {
    "format.yml": "format: 1\n",
    "roles/a.yml": "id: a\nname: 甲\n",
    "roles/b.yml": "id: b\nname: 乙  # 旁\n",
    "metrics.yml": "- id: m\n",
    "README.md": "说明\n",
}
AFTER = {
    "format.yml": "format: 2\n",
    "roles/a.yml": "id: a\ntitle: 甲\n",
    "roles/b.yml": "id: b\ntitle: 乙  # 旁\n",
    "indicators/m.yml": "- id: m\n",
    "README.md": "说明\n",
}
Work = Callable[[], Path]


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """Gives a folder of data, each time as it was."""

    def fresh() -> Path:
        folder = tmp_path / "policy_data"
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in BEFORE.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        return folder

    migrate(fresh())  # what is imported only when needed is no file operation of its own later
    undo(fresh())
    return fresh


def step(documents: Documents) -> None:
    for role in things(documents, "roles"):
        rename(role, "name", "title")
    documents["indicators/m.yml"] = documents.pop("metrics.yml")


def migrate(folder: Path) -> None:
    steps = (*MIGRATIONS, Migration(2, step))
    put_in_place(folder, planned(folder, "policy_data", "# 格式", steps).changes)


def everything(folder: Path) -> Mapping[str, str]:
    """All files that anybody reads; what waits for being deleted is no longer one."""
    away = (f"{UNFINISHED}.gone-", f"{UNFINISHED}.new-", f"{UNFINISHED}.lock")
    paths = [
        p
        for child in folder.iterdir()
        if not child.name.startswith(away)
        for p in (child, *child.rglob("*"))
        if p.is_file()
    ]
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in paths}


def test_all_files_change_and_nothing_is_left_beside_them(work: Work) -> None:
    folder = work()
    (folder / "roles" / "a.yml").chmod(0o640)
    migrate(folder)
    assert everything(folder) == AFTER
    assert sorted(p.name for p in folder.iterdir()) == [
        "README.md", "format.yml", "indicators", "roles"
    ]  # fmt: skip
    assert (folder / "roles" / "a.yml").stat().st_mode & 0o777 == 0o640


@pytest.mark.long
@pytest.mark.parametrize("half", [False, True])
@needs_fork
def test_kill_at_every_operation_leaves_the_old_data_the_new_or_what_is_not_read(
    work: Work, half: bool
) -> None:
    seen = []
    for number in range(LONGEST):
        folder = work()
        killed = killed_at(number, lambda folder=folder: migrate(folder), half=half)
        if halfway := (folder / UNFINISHED).exists():
            library = load(folder)
            assert [p.code for p in library.base.problems] == ["HB143"], number
            assert not library.readable
        put_back = undo(folder)
        assert put_back == halfway, number
        found = everything(folder)
        assert found in (BEFORE, AFTER), number
        seen.append((halfway, found == AFTER))
        assert sorted(p.name for p in folder.iterdir() if p.name[0] == "." and p.is_dir()) == []
        if found == BEFORE:
            migrate(folder)
            assert everything(folder) == AFTER
        if not killed:
            break
    assert {(False, False), (True, False), (False, True)} == {*seen}


@pytest.mark.long
@needs_fork
def test_kill_of_putting_back_is_put_back(work: Work) -> None:
    halfway = []
    for number in range(LONGEST):
        folder = work()
        if not killed_at(number, lambda folder=folder: migrate(folder)):
            break
        halfway += [number] if (folder / UNFINISHED).exists() else []
    assert len(halfway) > 5
    for number in (halfway[1], halfway[-2]):  # the first file has moved; all have
        for again in range(LONGEST):
            folder = work()
            killed_at(number, lambda folder=folder: migrate(folder))
            killed = killed_at(again, lambda folder=folder: undo(folder))
            undo(folder)
            assert everything(folder) == BEFORE, (number, again)
            if not killed:
                break


@needs_fork
def test_refusal_at_every_operation_leaves_the_old_data_or_the_new(work: Work) -> None:
    statuses = []
    for number in range(LONGEST):
        folder = work()
        plan = planned(folder, "policy_data", "#", (*MIGRATIONS, Migration(2, step)))
        status = refused_at(
            number, lambda folder=folder, plan=plan: put_in_place(folder, plan.changes), CannotWrite
        )
        assert status != CRASHED, number
        assert not (folder / UNFINISHED).exists(), number
        assert everything(folder) == (AFTER if status == DONE else BEFORE), number
        statuses.append(status)
        if statuses[-5:] == [DONE] * 5:
            break
    assert statuses.count(REFUSED) > 20


def interrupted(folder: Path) -> None:
    """As after a kill in the middle: one file is new, all others are old."""
    aside = folder / UNFINISHED
    plan = planned(folder, "policy_data", "#", (*MIGRATIONS, Migration(2, step)))
    from handbook.authoring.migrations import swap  # noqa: PLC0415

    swap._write(aside, folder, plan.changes)
    swap._put(folder, next(c for c in plan.changes if c.path == "roles/a.yml"))


def test_what_somebody_wrote_after_an_interruption_is_not_lost(work: Work) -> None:
    folder = work()
    interrupted(folder)
    (folder / "roles" / "b.yml").write_text("id: b\nname: 新\n", encoding="utf-8")
    assert undo(folder)
    assert everything(folder) == {**BEFORE, "roles/b.yml": "id: b\nname: 新\n"}

    folder = work()
    interrupted(folder)
    (folder / "roles" / "a.yml").write_text("id: a\ntitle: 新\n", encoding="utf-8")
    before = everything(folder)
    with pytest.raises(Changed, match=r"roles/a\.yml"):
        undo(folder)
    assert everything(folder) == before


def test_what_changes_while_somebody_reads_the_question_is_not_overwritten(work: Work) -> None:
    folder = work()
    plan = planned(folder, "policy_data", "#", (*MIGRATIONS, Migration(2, step)))
    (folder / "roles" / "b.yml").write_text("id: b\nname: 新\n", encoding="utf-8")
    with pytest.raises(Changed, match=r"roles/b\.yml"):
        put_in_place(folder, plan.changes)
    assert everything(folder) == {**BEFORE, "roles/b.yml": "id: b\nname: 新\n"}


def test_what_stands_where_a_new_file_should_is_not_overwritten(work: Work) -> None:
    folder = work()
    plan = planned(folder, "policy_data", "#", (*MIGRATIONS, Migration(2, step)))
    (folder / "indicators").mkdir()
    (folder / "indicators" / "m.yml").write_text("其他", encoding="utf-8")
    with pytest.raises(Changed, match=r"indicators/m\.yml"):
        put_in_place(folder, plan.changes)
    assert everything(folder) == {**BEFORE, "indicators/m.yml": "其他"}


def test_two_at_once_exclude_each_other(work: Work) -> None:
    from filelock import FileLock  # noqa: PLC0415

    folder = work()
    with FileLock(folder / f"{UNFINISHED}.lock"), pytest.raises(Busy):
        migrate(folder)
    assert everything(folder) == BEFORE
