"""Format 1 → 2: what requirements are about becomes a kind of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handbook.authoring.migrations import MIGRATIONS, upgrade
from handbook.authoring.migrations.plan import planned
from handbook.authoring.migrations.swap import put_in_place
from handbook.company.workshop import Workshop
from handbook.reading.library import load

BASE = """\
# 开头
- id: talks
  category: ability
  competency: 沟通  # 旁
  text: 表达清楚

# 上
- {id: asks, category: ability, competency: 沟通, text: 会提问}
- id: plans
  category: ability
  competency: {zh: 规划, en: Planning ahead}
  text: 会规划
"""
OWN = """\
- {id: sings, category: ability, competency: 唱歌, text: 会唱歌}
- {id: talks, competency: 沟通}
- {id: asks, competency: null}
"""


def test_each_text_becomes_one_competency_and_the_rest_stays(data: Path) -> None:
    (data / "format.yml").write_text("format: 1\n", encoding="utf-8")
    (data / "requirements").mkdir()
    (data / "requirements" / "more.yml").write_text(BASE, encoding="utf-8")
    own = data / "companies" / "acme" / "requirements.yml"
    own.write_text(OWN, encoding="utf-8")
    put_in_place(data, planned(data, "policy_data", "# 格式").changes)
    base = (data / "requirements" / "more.yml").read_text(encoding="utf-8")
    assert base == (
        BASE.replace("competency: {zh: 规划, en: Planning ahead}", "competency: planning-ahead")
        .replace("competency: 沟通", "competency: gou-tong")
        .replace("  # 旁", "")  # a remark follows what it is about
    )
    assert own.read_text(encoding="utf-8") == OWN.replace("唱歌,", "chang-ge,").replace(
        "沟通", "gou-tong"
    )
    made = Workshop(load(data)).make("acme")
    assert made.problems == ()
    book = made.book
    assert book
    assert {i: one.name.zh for i, one in book.competencies.items()} == {
        "gou-tong": "沟通", "planning-ahead": "规划", "chang-ge": "唱歌",
    }  # fmt: skip
    assert book.competencies["planning-ahead"].name.typed("en") == "Planning ahead"
    assert book.requirements["talks"].competency == "gou-tong"
    assert book.requirements["asks"].competency is None
    assert not (data / "companies" / "acme" / "competencies.yml").read_text("utf-8").count("沟通")
    assert "沟通  # 旁" in (data / "competencies.yml").read_text(encoding="utf-8")


def migrated(documents: dict[str, Any]) -> dict[str, Any]:
    assert upgrade(documents, 1, MIGRATIONS[:2]) == (2,)
    return documents


def asks(*names: object) -> list[dict[str, object]]:
    return [{"id": f"r{n}", "competency": name} for n, name in enumerate(names)]


def test_a_snapshot_takes_the_same_way() -> None:
    found = migrated({"requirements.yml": asks("沟通", "沟通", "公通")})
    assert [one["competency"] for one in found["requirements.yml"]] == [
        "gou-tong", "gou-tong", "gong-tong",
    ]  # fmt: skip
    assert found["competencies.yml"] == [
        {"id": "gou-tong", "name": "沟通"},
        {"id": "gong-tong", "name": "公通"},
    ]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (("事实", "实事"), ["shi-shi", "shi-shi-2"]),
        (("3D 打印",), ["competency-3d-da-yin"]),
        (("。", "、"), ["competency", "competency-2"]),
        (("Index",), ["competency-index"]),
        (("好" * 60,), ["hao-" * 14 + "hao"]),
        (("Système",), ["syst-me"]),
    ],
)
def test_ids_are_distinct_and_can_be_ids(names: tuple[str, ...], ids: list[str]) -> None:
    found = migrated({"requirements.yml": asks(*names)})
    assert [one["competency"] for one in found["requirements.yml"]] == ids


def test_a_company_has_what_those_have_that_it_extends() -> None:
    found = migrated(
        {
            "companies/a/company.yml": {"id": "a", "extends": "z"},
            "companies/a/requirements.yml": asks("唱歌", "跳舞"),
            "companies/z/company.yml": {"id": "z"},
            "companies/z/requirements/own.yml": asks("唱歌"),
            "companies/b/company.yml": {"id": "b", "extends": "c"},
            "companies/b/requirements.yml": asks("唱歌"),
            "companies/c/company.yml": {"id": "c", "extends": "b"},  # a circle, told elsewhere
        }
    )
    assert found["companies/z/competencies.yml"] == [{"id": "chang-ge", "name": "唱歌"}]
    assert found["companies/a/competencies.yml"] == [{"id": "tiao-wu", "name": "跳舞"}]
    assert found["companies/b/competencies.yml"] == [{"id": "chang-ge-2", "name": "唱歌"}]
    assert "competencies.yml" not in found


def test_without_competencies_nothing_changes() -> None:
    before = {"requirements.yml": [{"id": "a", "text": "甲"}, {"id": "b", "competency": None}]}
    assert migrated({**before}) == before
