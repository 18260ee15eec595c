"""The level of a demand is one of its competency's."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks.check_all import check_companies
from handbook.reading.library import load

COMPETENCY = """\
- id: listening
  name: 倾听
  levels: [{id: basic, name: 基本}, {id: expert, name: 精通}]
"""


@pytest.mark.parametrize(
    ("competency", "level", "on", "told"),
    [
        ("listening", "basic", "patience-1", []),
        ("listening", "expert", "patience-2", []),  # as its chain is about
        ("listening", "exprt", "patience-2", ["HB448"]),
        (None, "basic", "patience-2", ["HB449"]),
        ("listenin", "basic", "patience-1", ["HB402"]),
    ],
)
def test_a_level(data: Path, competency: str | None, level: str, on: str, told: list[str]) -> None:
    (data / "competencies.yml").write_text(COMPETENCY, encoding="utf-8")
    path = data / "requirements.yml"
    text = path.read_text(encoding="utf-8")
    if competency:
        text = text.replace("id: patience-1\n", f"id: patience-1\n  competency: {competency}\n")
    text = text.replace(f"id: {on}\n", f"id: {on}\n  level: {level}\n")
    path.write_text(text, encoding="utf-8")
    _, problems = check_companies(load(data), ["acme"])
    assert [problem.code for problem in problems] == told
    if told == ["HB448"]:
        assert problems[0].near == ("expert",)


def test_a_level_of_a_broken_chain_is_not_told_besides(data: Path) -> None:
    path = data / "requirements.yml"
    text = path.read_text(encoding="utf-8").replace("expands_on: patience-1", "expands_on: gone")
    path.write_text(text.replace("id: patience-2\n", "id: patience-2\n  level: basic\n"), "utf-8")
    _, problems = check_companies(load(data), ["acme"])
    assert [problem.code for problem in problems] == ["HB402"]


def test_duties_that_grow_out_of_each_other(data: Path) -> None:
    path = data / "duties.yml"
    text = path.read_text(encoding="utf-8")
    for one, other in (("answer-calls", "coach"), ("coach", "answer-calls")):
        text = text.replace(f"id: {one}\n", f"id: {one}\n  expands_on: {other}\n")
    path.write_text(text, encoding="utf-8")
    _, problems = check_companies(load(data), ["acme"])
    assert [(problem.code, problem.facts["ids"]) for problem in problems] == [
        ("HB405", "answer-calls → coach → answer-calls")
    ]
