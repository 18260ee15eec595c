"""Steps as later formats will need them, through the same runner: base and companies alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.authoring.migrations import MIGRATIONS, Documents, Migration, upgrade
from handbook.authoring.migrations.plan import planned
from handbook.authoring.migrations.steps import (
    Taken,
    companies,
    files_of,
    part,
    place,
    rename,
    things,
)
from handbook.authoring.migrations.swap import put_in_place
from handbook.model.kinds import KINDS, Kind
from handbook.reading.data_format import FORMAT

NEXT = FORMAT + 1
# One thing of any kind, with a remark at every place where there may be one
THING = """\
id: one  # 编号旁
# 名称上
name: "名称"  # 名称旁
# 说明上

summary: |  # 说明旁
  第一行 # 不是注释
  第二行
    # 说明的尾
# 清单上
steps:  # 清单旁
  # 第一项上
  - id: a  # 第一项旁
    # 第一项里
    name: 甲   #  离得远
  - {id: b, name: 乙}  # 第二项旁
empty: null  # 空着
"""
CHANGE = """\
# yaml-language-server: $schema=x.json
# 公司的改动

id: one
# 名称上
name: '本公司的名称'
summary: null
"""


def migrated(folder: Path, step: Callable[[Documents], None]) -> None:
    plan = planned(folder, "policy_data", "# 格式", (*MIGRATIONS, Migration(NEXT, step)))
    put_in_place(folder, plan.changes)
    assert (folder / "format.yml").read_text(encoding="utf-8").endswith(f"format: {NEXT}\n")


def put(folder: Path, kind: Kind, text: str) -> Path:
    path = folder / kind.folder / "one.yml" if kind.one_per_file else folder / f"{kind.folder}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text if kind.one_per_file else as_list(text), encoding="utf-8")
    return path


def as_list(text: str) -> str:
    head, _, body = text.rpartition("\n\nid:") if text.startswith("#") else ("", "", text[3:])
    lines = f"id:{body}".splitlines()
    rows = [f"- {lines[0]}", *(f"  {line}" if line else "" for line in lines[1:])]
    return (f"{head}\n\n" if head else "") + "\n".join(rows) + "\n"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_field_of_any_kind_gets_another_name_in_the_base_and_in_companies(
    data: Path, kind: Kind
) -> None:
    paths = [put(data, kind, THING), put(data / "companies" / "acme", kind, CHANGE)]
    before = [path.read_bytes() for path in paths]
    others = everything(data, but=paths)

    def step(documents: Documents) -> None:
        for thing in things(documents, kind.folder):
            rename(thing, "name", "title")

    migrated(data, step)
    own = re.compile(rb"(?m)^name:" if kind.one_per_file else rb"(?m)^  name:")
    assert [path.read_bytes() for path in paths] == [own.sub(own_name, text) for text in before]
    assert everything(data, but=paths) == others


def own_name(found: re.Match[bytes]) -> bytes:
    return found[0].replace(b"name", b"title")


def everything(folder: Path, but: list[Path]) -> dict[Path, bytes]:
    left = {path for path in folder.rglob("*.yml") if path.name != "format.yml"} - {*but}
    kinds = {path.parent.name if path.parent != folder else path.stem for path in but}
    return {
        path: path.read_bytes() for path in sorted(left) if not {*path.parts, path.stem} & kinds
    }


def test_a_value_of_a_company_gets_another_name_and_stays_open(data: Path) -> None:
    path = data / "companies" / "acme" / "company.yml"
    path.write_text(
        "id: acme\nvalues:\n  # 甲上\n  a:  # 待填\n  b: null  # 去掉\n  c: true  # 丙旁\n",
        encoding="utf-8",
    )

    def step(documents: Documents) -> None:
        for company in companies(documents):
            for old, new in (("a", "first"), ("b", "second"), ("c", "third")):
                rename(company["values"], old, new)

    migrated(data, step)
    assert path.read_text(encoding="utf-8") == (
        "id: acme\nvalues:\n  # 甲上\n  first:  # 待填\n  second: null  # 去掉\n"
        "  third: true  # 丙旁\n"
    )


def test_a_list_is_split(data: Path) -> None:
    path = data / "roles" / "junior.yml"
    path.write_text(
        "id: junior\n"
        "# 要求上\n"
        "needs:\n"
        "# 甲上\n"
        "- id: a  # 甲旁\n"
        "  must: true\n"
        "- id: b  # 乙旁\n"
        "\n"
        "# 丙上\n"
        "- id: c\n"
        "  must: true  # 丙里\n"
        "\n"
        "# 末项上\n"
        "last: 1\n",
        encoding="utf-8",
    )

    def step(documents: Documents) -> None:
        for role in things(documents, "roles"):
            if "needs" in role:
                musts, others = part(role["needs"], lambda item: "must" in item)
                place(role, "needs", {"musts": musts, "needs": others})
                for item in musts:
                    del item["must"]

    migrated(data, step)
    assert path.read_text(encoding="utf-8") == (
        "id: junior\n"
        "musts:\n"
        "# 甲上\n"
        "- id: a  # 甲旁\n"
        "\n"
        "# 丙上\n"
        "- id: c\n"
        "# 要求上\n"
        "needs:\n"
        "- id: b  # 乙旁\n"
        "\n"
        "# 末项上\n"
        "last: 1\n"
    )


def test_files_move_are_made_and_go(data: Path) -> None:
    """A file that only moves stays byte for byte; things take their remarks into other files."""
    role, duties = data / "roles" / "junior.yml", data / "duties.yml"
    role.chmod(0o640)
    before = role.read_bytes()
    duties.write_text("# 职责\n\n# 甲上\n- id: a  # 甲旁\n- id: b  # 乙旁\n", encoding="utf-8")

    def step(documents: Documents) -> None:
        for path in files_of(documents, "roles"):
            documents[path.replace("roles/", "positions/")] = documents.pop(path)
        for duty in documents.pop("duties.yml"):
            documents[f"duties/{duty['id']}.yml"] = [duty]

    migrated(data, step)
    moved = data / "positions" / "junior.yml"
    assert moved.read_bytes() == before
    assert moved.stat().st_mode & 0o777 == 0o640
    assert list((data / "roles").glob("*")) == []
    assert not duties.exists()
    text = (data / "duties" / "a.yml").read_text(encoding="utf-8")
    assert text == "# 甲上\n- id: a  # 甲旁\n"


def test_a_file_is_moved_and_changed_at_once(data: Path) -> None:
    path = data / "roles" / "junior.yml"
    path.write_bytes("\ufeffid: junior\r\n# 上\r\nname:   甲 # 旁\r\n".encode())

    def step(documents: Documents) -> None:
        document = documents.pop("roles/junior.yml")
        rename(document, "name", "title")
        documents["roles/first.yml"] = document

    migrated(data, step)
    after = (data / "roles" / "first.yml").read_bytes()
    assert after == "\ufeffid: junior\r\n# 上\r\ntitle: 甲 # 旁\r\n".encode()


def test_every_step_above_the_format_of_the_data_in_order() -> None:
    made: list[int] = []
    steps = tuple(Migration(n, lambda _, n=n: made.append(n)) for n in (1, 2, 3, 4))
    assert upgrade({}, 2, steps) == (3, 4)
    assert made == [3, 4]


def test_snapshots_take_the_same_way() -> None:
    """Plain mappings and lists, such as JSON gives, in the same order."""
    snapshot: Documents = {
        "roles/a.yml": {"id": "a", "name": "甲", "last": 1},
        "companies/x/roles.yml": [{"id": "b", "name": "乙"}],
        "companies/x/company.yml": {"id": "x"},
    }

    def step(documents: Documents) -> None:
        for role in things(documents, "roles"):
            rename(role, "name", "title")

    upgrade(snapshot, 0, (Migration(1, step),))
    assert [*snapshot["roles/a.yml"].items()] == [("id", "a"), ("title", "甲"), ("last", 1)]
    assert snapshot["companies/x/roles.yml"] == [{"id": "b", "title": "乙"}]
    assert [company["id"] for company in companies(snapshot)] == ["x"]


def test_nothing_takes_the_place_of_a_field_that_is_there() -> None:
    with pytest.raises(Taken):
        rename({"old": 1, "new": 2}, "old", "new")


def test_the_last_step_gives_the_format_of_the_program() -> None:
    assert [step.number for step in MIGRATIONS] == [*range(1, FORMAT + 1)]
