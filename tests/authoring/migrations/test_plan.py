"""Which files a migration reads, refuses and changes, and what of each stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.authoring.migrations import MIGRATIONS, Documents, Migration
from handbook.authoring.migrations.files import Unfaithful
from handbook.authoring.migrations.plan import CannotMigrate, Plan, planned
from handbook.authoring.migrations.steps import rename, things
from handbook.reading.data_format import FORMAT


def plan(folder: Path, step: object = None) -> Plan:
    steps = (*MIGRATIONS, Migration(FORMAT + 1, step)) if callable(step) else MIGRATIONS
    return planned(folder, "policy_data", "# 格式的说明\n", steps)


def title(documents: Documents) -> None:
    for role in things(documents, "roles"):
        rename(role, "name", "title")


def test_data_from_before_versions_gets_the_file_and_nothing_else(data: Path) -> None:
    (data / "format.yml").unlink()
    (data / "roles" / "junior.yml").write_text("name: [", encoding="utf-8")  # nobody asks for it
    (change,) = plan(data).changes
    assert (change.path, change.before) == ("format.yml", None)
    assert change.after == f"# 格式的说明\nformat: {FORMAT}\n".encode()


def test_data_of_this_format_is_left_alone(data: Path) -> None:
    assert plan(data).changes == ()


def test_the_number_changes_and_the_remarks_stay(data: Path) -> None:
    text = f"# 上\nformat:   {FORMAT}   # 旁\n# 下\n"
    (data / "format.yml").write_text(text, encoding="utf-8")
    changes = {change.path: change.after for change in plan(data, lambda _: None).changes}
    assert changes == {"format.yml": f"# 上\nformat: {FORMAT + 1}   # 旁\n# 下\n".encode()}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a\nname: 甲\n", "id: a\ntitle: 甲\n"),
        ("id: a\nname: 甲", "id: a\ntitle: 甲"),
        ("id: a\r\nname: 甲\r\nx: 1\n", "id: a\r\ntitle: 甲\r\nx: 1\n"),
        ("\ufeffid: a\rname: 甲\r", "\ufeffid: a\rtitle: 甲\r"),
        ("---\n# 上\nid: a\nname: 甲\n", "---\n# 上\nid: a\ntitle: 甲\n"),
        # what ruamel.yaml would write in another way stays where nothing changes
        ("x:   1\nname: 甲\ny: [1,2]\n", "x:   1\ntitle: 甲\ny: [1,2]\n"),
        ('name: 甲\nx: 一\n  二\ny: "a\\u4e00"\n', 'title: 甲\nx: 一\n  二\ny: "a\\u4e00"\n'),
        ("name: 甲\nx:\n    - 1\ny:\n- 2\n", "title: 甲\nx:\n    - 1\ny:\n- 2\n"),
        ("name: 甲\nx: [1, # 旁\n    2]\n", "title: 甲\nx: [1, # 旁\n    2]\n"),
        ("name: 甲\nx: {a: null, b: }\n", "title: 甲\nx: {a: null, b: }\n"),
        ("name: 甲\nx: >\n  折\n  行\n\n\n# 下\n", "title: 甲\nx: >\n  折\n  行\n\n\n# 下\n"),
        ("'name': 甲\n'x': 1\n", "title: 甲\n'x': 1\n"),
    ],
)
def test_only_what_must_change_does(data: Path, before: str, after: str) -> None:
    (data / "roles" / "junior.yml").write_bytes(before.encode())
    found = {change.path: change.after for change in plan(data, title).changes}
    assert found["roles/junior.yml"].decode() == after  # type: ignore[union-attr]


def test_a_step_that_changes_nothing_leaves_every_byte(data: Path) -> None:
    def touch(documents: Documents) -> None:
        for path in documents:
            documents[path] = documents[path]

    assert [change.path for change in plan(data, touch).changes] == ["format.yml"]


def test_what_a_step_needs_and_cannot_be_read_stops_it_with_every_place(data: Path) -> None:
    (data / "roles" / "junior.yml").write_text("id: junior\nname: [\n", encoding="utf-8")
    (data / "metrics.yml").write_text("- id: a\n  id: b\n", encoding="utf-8")
    with pytest.raises(CannotMigrate) as caught:
        plan(data, title)
    told = [(problem.code, problem.place.file) for problem in caught.value.problems]
    assert sorted(told) == [
        ("HB107", "policy_data/metrics.yml"),
        ("HB120", "policy_data/roles/junior.yml"),
    ]


@pytest.mark.parametrize("text", ["format: 4\n", "format: x\n", "form: 1\n", "- 1\n"])
def test_a_format_that_is_not_known_is_not_touched(data: Path, text: str) -> None:
    (data / "format.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CannotMigrate):
        plan(data, title)


def test_what_would_be_read_otherwise_is_never_written(data: Path) -> None:
    def misspell(documents: Documents) -> None:
        documents["roles/junior.yml"]["name"] = "\u200b看不见"

    with pytest.raises(Unfaithful):
        plan(data, misspell)


def test_a_field_that_has_the_new_name_already_is_told_with_its_line(data: Path) -> None:
    (data / "roles" / "junior.yml").write_text(
        "# 上\n\nid: a\nname: 甲\n# 旁\ntitle: 乙\n", "utf-8"
    )
    with pytest.raises(CannotMigrate) as caught:
        plan(data, title)
    (problem,) = caught.value.problems
    assert (problem.code, problem.facts) == ("HB144", {"name": "title"})
    assert (problem.place.file, problem.place.line) == ("policy_data/roles/junior.yml", 6)
