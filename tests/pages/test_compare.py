"""Role against role."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.model import Requirement
from handbook.pages.compare import (
    Comparison,
    Raised,
    compare,
    figure,
    grouped,
    requirements_in_order,
    steps,
)
from handbook.pages.matrix import matrix
from handbook.pages.views.role import role_view
from handbook.reading.library import load


def ids(things: tuple[object, ...]) -> list[str]:
    return [thing.id for thing in things]  # type: ignore[attr-defined]


def test_raised_and_new(book: Handbook) -> None:
    result = compare(book, book.roles["junior"], book.roles["senior"])
    assert [(r.before.id, r.after.id) for r in result.raised_requirements] == [
        ("patience-1", "patience-2")
    ]
    assert result.new_requirements == result.dropped_requirements == ()
    assert (ids(result.new_duties), ids(result.kept_duties)) == (["coach"], ["answer-calls"])


def test_the_other_way_round_drops(book: Handbook) -> None:
    result = compare(book, book.roles["senior"], book.roles["junior"])
    assert ids(result.left_duties) == ["coach"]
    assert ids(result.dropped_requirements) == ["patience-2"]
    assert ids(result.new_requirements) == ["patience-1"]


def test_a_role_with_itself_changes_nothing(book: Handbook) -> None:
    role = book.roles["junior"]
    result = compare(book, role, role)
    assert ids(result.kept_requirements) == [str(i) for i in role.requirements]
    assert ids(result.kept_duties) == [str(i) for i in role.duties]
    assert not result.new_requirements + result.dropped_requirements + result.new_duties


def test_each_demand_is_counted_once(data: Path) -> None:
    """A demand two levels up counts as raised, and one that both ask for as kept."""
    (data / "requirements").mkdir()
    (data / "requirements" / "more.yml").write_text(
        "- {id: patience-3, category: attitude, text: 更耐心, expands_on: patience-2}\n"
    )
    role = data / "roles" / "night.yml"
    role.write_text(role.read_text().replace("[patience-2]", "[patience-3, patience-1]"))
    book = check_companies(load(data), ["acme"])[0]["acme"]
    both = compare(book, book.roles["junior"], book.roles["night"])
    assert (ids(both.kept_requirements), ids(both.new_requirements)) == (
        ["patience-1"], ["patience-3"],
    )  # fmt: skip
    up = compare(book, book.roles["senior"], book.roles["night"])
    assert [(r.before.id, r.after.id) for r in up.raised_requirements] == [
        ("patience-2", "patience-3")
    ]


def test_two_ways_between_the_same_roles_are_one_step(data: Path) -> None:
    role = data / "roles" / "junior.yml"
    role.write_text(
        role.read_text().replace(
            "paths:\n", "paths:\n  - {to: senior, type: transfer, process: promotion}\n"
        )
    )
    book = check_companies(load(data), ["acme"])[0]["acme"]
    assert [path.type for path in steps(book)["junior", "senior"]] == ["transfer", "promotion"]


def test_the_figure_of_a_demand(real_books: dict[str, Handbook]) -> None:
    book = real_books["xingqiao-retail"]
    demands = book.requirements
    assert figure(book, demands["promotion-csat"]) == "csat_score"  # its text names three numbers
    assert figure(book, demands["tenure-senior"]) == "tenure_senior"
    assert figure(book, demands["communication-1"]) is None


COMPETENCIES = """\
- id: listening
  name: 倾听
  levels: [{id: basic, name: 基本}, {id: expert, name: 精通}]
- id: leading
  name: 带人
"""
MORE = """\
- {id: hears, category: ability, competency: listening, level: basic, text: 听懂}
- {id: hears-all, category: attitude, competency: listening, level: expert, text: 听懂言外之意}
- {id: hears-else, category: ability, competency: listening, text: 听懂别的}
- {id: leads, category: ability, competency: leading, text: 带一个人}
- {id: plans, category: ability, text: 会规划}
"""


def compared(data: Path, junior: str, senior: str) -> tuple[Handbook, Comparison]:
    """Both roles with other demands, listed between brackets."""
    (data / "competencies.yml").write_text(COMPETENCIES, encoding="utf-8")
    (data / "requirements").mkdir()
    (data / "requirements" / "more.yml").write_text(MORE, encoding="utf-8")
    for name, old, new in (("junior", "patience-1", junior), ("senior", "patience-2", senior)):
        role = data / "roles" / f"{name}.yml"
        text = role.read_text(encoding="utf-8")
        role.write_text(text.replace(f"[{old}]", f"[{new}]"), encoding="utf-8")
    book = check_companies(load(data), ["acme"])[0]["acme"]
    return book, compare(book, book.roles["junior"], book.roles["senior"])


def pairs(found: tuple[Raised[Requirement], ...]) -> list[tuple[str, str]]:
    return [(str(one.before.id), str(one.after.id)) for one in found]


def test_a_higher_level_of_a_competency_is_raised(data: Path) -> None:
    _, found = compared(data, "hears, leads", "hears-all, plans")
    assert pairs(found.raised_requirements) == [("hears", "hears-all")]
    assert (ids(found.dropped_requirements), ids(found.new_requirements)) == (["leads"], ["plans"])


@pytest.mark.parametrize(("before", "after"), [("hears", "hears-else"), ("hears-all", "hears")])
def test_another_demand_of_a_competency_is_a_change(data: Path, before: str, after: str) -> None:
    _, found = compared(data, before, after)
    assert pairs(found.changed_requirements) == [(before, after)]
    assert found.raised_requirements == found.new_requirements == found.dropped_requirements == ()


def test_a_chain_says_more_than_a_competency(data: Path) -> None:
    path = data / "requirements.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("id: patience-1\n", "id: patience-1\n  competency: listening\n")
    path.write_text(text, encoding="utf-8")
    _, found = compared(data, "hears, patience-1", "patience-2, hears-else")
    assert pairs(found.raised_requirements) == [("patience-1", "patience-2")]
    assert pairs(found.changed_requirements) == [("hears", "hears-else")]


def test_demands_stand_by_competency_else_by_category(data: Path) -> None:
    book, _ = compared(data, "plans, hears, leads, hears-all", "patience-2")
    role = book.roles["junior"]
    groups = [
        (about if isinstance(about, str) else about.id, list(found))
        for about, found in grouped(book, map(str, role.requirements))
    ]
    assert groups == [
        ("ability", ["plans"]), ("listening", ["hears", "hears-all"]), ("leading", ["leads"]),
    ]  # fmt: skip
    assert list(requirements_in_order(book, role)) == ["plans", "hears", "hears-all", "leads"]
    rows = matrix(book, "service").demands
    (row,) = [one for one in rows if one.competency and one.competency.id == "listening"]
    assert row.categories == ("ability", "attitude")
    (step,) = role_view(book, "junior", "zh").next_steps
    assert [group.about for group in step.checklist.groups] == ["performance", "attitude", "tenure"]


def test_a_duty_grows_out_of_another(data: Path) -> None:
    path = data / "duties.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: coach\n", "id: coach\n  expands_on: answer-calls\n"), "utf-8")
    senior = data / "roles" / "senior.yml"
    text = senior.read_text(encoding="utf-8")
    senior.write_text(text.replace("[answer-calls, coach]", "[coach]"), encoding="utf-8")
    book = check_companies(load(data), ["acme"])[0]["acme"]
    found = compare(book, book.roles["junior"], book.roles["senior"])
    assert [(str(g.before.id), str(g.after.id)) for g in found.grown_duties] == [
        ("answer-calls", "coach")
    ]
    assert found.new_duties == found.left_duties == ()
    back = compare(book, book.roles["senior"], book.roles["junior"])
    assert (back.grown_duties, ids(back.new_duties)) == ((), ["answer-calls"])
