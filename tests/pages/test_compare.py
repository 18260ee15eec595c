"""Role against role."""

from __future__ import annotations

from pathlib import Path

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.pages.compare import (
    compare,
    figure,
    steps,
)
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
