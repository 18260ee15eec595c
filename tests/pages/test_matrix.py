"""A job family's levels side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from handbook.company.book import Handbook
from handbook.company.competencies import competency_of
from handbook.pages.addresses import matrix_path
from handbook.pages.compare import compare, steps
from handbook.pages.matrix import Matrix, matrix


def test_demands_of_a_chain_stand_in_one_row(book: Handbook) -> None:
    found = matrix(book, "service")
    assert [role.grade for role in found.levels] == [1, 1, 2, 2]
    (row,) = [r for r in found.demands if "attitude" in r.categories]
    cells = [([str(thing.id) for thing in cell.things], cell.state) for cell in row.cells]
    by_role = dict(zip([str(role.id) for role in found.levels], cells, strict=True))
    assert by_role["junior"] == (["patience-1"], "new")
    assert by_role["senior"] == (["patience-2"], "raised")
    # peers are held against the level below, not against each other
    assert by_role["night"] == (["patience-2"], "raised")


def test_an_unknown_family_is_a_key_error(book: Handbook) -> None:
    with pytest.raises(KeyError):
        matrix(book, "nothing")


def matrices(books: dict[str, Handbook]) -> Iterator[tuple[Handbook, Matrix]]:
    for book in books.values():
        yield from ((book, matrix(book, family)) for family in book.ladders)


def test_every_demand_and_duty_of_a_level_stands_in_its_column_once(
    real_books: dict[str, Handbook],
) -> None:
    for _, found in matrices(real_books):
        for column, role in enumerate(found.levels):
            asked = [t.id for row in found.demands for t in row.cells[column].things]
            does = [t.id for row in found.areas for t in row.cells[column].things]
            assert sorted(asked) == sorted(role.requirements), role.id
            assert sorted(does) == sorted(role.duties), role.id


def test_matrix_and_comparison_agree_on_what_is_raised(real_books: dict[str, Handbook]) -> None:
    raised = 0
    for book, found in matrices(real_books):
        known = steps(book)
        for column, (lower, higher) in enumerate(pairwise(found.levels)):
            if (lower.id, higher.id) not in known or lower.grade == higher.grade:
                continue
            changed = {
                str(thing.id)
                for row in found.demands
                if row.cells[column].things and row.cells[column + 1].state == "raised"
                for thing in row.cells[column + 1].things
            }
            expected = {str(r.after.id) for r in compare(book, lower, higher).raised_requirements}
            assert changed == expected, (lower.id, higher.id)
            raised += len(changed)
    assert raised > 20


def test_only_a_family_with_levels_has_a_matrix(book: Handbook) -> None:
    assert matrix_path(book, "service") == "careers/service/"
    assert matrix_path(book, "nothing") is None


def test_a_competency_is_named_once_for_its_whole_chain(real_books: dict[str, Handbook]) -> None:
    book = real_books["xingqiao-retail"]
    names = [
        competency_of(book, book.requirements[i]) for i in ("communication-1", "communication-4")
    ]
    assert names[0] is names[1] is not None
    rows = matrix(book, "customer-service").demands
    assert names[0] in [row.competency for row in rows]
    assert competency_of(book, book.requirements["promotion-csat"]) is None
