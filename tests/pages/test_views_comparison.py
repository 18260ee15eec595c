"""Comparisons and matrices as rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.company.book import Handbook
from handbook.pages.compare import duties_in_order, requirements_in_order, steps
from handbook.pages.views.comparison import BLANK, comparison_view
from handbook.pages.views.lists import by_area, by_competency
from handbook.pages.views.matrix import matrix_view
from handbook.words.text import Text


def test_lists_keep_the_order_of_the_pages(real_books: dict[str, Handbook]) -> None:
    for book in real_books.values():
        for role in book.roles.values():
            areas = by_area(book.duties[i] for i in role.duties)
            duties = [duty.id for area in areas for duty in area.duties]
            assert duties == list(duties_in_order(book, role))
            groups = by_competency(book, role.requirements)
            shown = [row.requirement.id for group in groups for row in group.rows]
            assert shown == list(requirements_in_order(book, role))


def test_a_step_of_a_career_path(book: Handbook) -> None:
    view = comparison_view(book, "junior", "senior")
    (way,) = view.paths
    assert (way.path.type, way.process.id, way.decided_by) == ("promotion", "promotion", "head")
    changes = {change.name: change.items for part in view.parts for change in part.changes}
    (raised,) = changes["raised_requirements"]
    assert raised.before is book.requirements["patience-1"]
    assert raised.after is book.requirements["patience-2"]
    assert raised.figures is None
    assert [item.after for item in changes["new_duties"]] == [book.duties["coach"]]


def test_a_pair_without_a_path_is_compared_all_the_same(book: Handbook) -> None:
    view = comparison_view(book, "senior", "junior")
    assert view.paths == ()
    changes = {change.name: change.items for part in view.parts for change in part.changes}
    assert [item.before for item in changes["left_duties"]] == [book.duties["coach"]]
    assert view.back


def test_both_years_stand_at_the_top(real_books: dict[str, Handbook]) -> None:
    view = comparison_view(real_books["xingqiao-retail"], "intermediate-agent", "senior-agent")
    ((before, after),) = view.figures
    assert (before.parameter, after.parameter) == ("tenure_junior", "tenure_intermediate")
    assert before.label == after.label == "category.tenure"


@pytest.mark.parametrize(("category", "compared"), [("attitude", True), ("performance", False)])
def test_numbers_of_two_categories_are_not_compared(
    book: Handbook, category: str, compared: bool
) -> None:
    lower, raised = (book.requirements[identity] for identity in ("patience-1", "patience-2"))
    demands = (
        lower.model_copy(update={"text": Text("满 ${tenure_junior}")}),
        raised.model_copy(update={"text": Text("满 ${apply_days}"), "category": category}),
    )
    changed = {("requirement", str(demand.id)): demand for demand in demands}
    other = replace(book, things={**book.things, **changed}, _by_kind={})
    found = comparison_view(other, "junior", "senior").figures
    assert [(a.parameter, b.parameter) for a, b in found] == (
        [("tenure_junior", "apply_days")] if compared else []
    )


def test_the_blank_form_has_the_same_lists_as_a_comparison(book: Handbook) -> None:
    view = comparison_view(book, "junior", "senior")
    names = [[(c.name, c.folded) for c in part.changes] for part in view.parts]
    assert names == [[(c.name, c.folded) for c in part.changes] for part in BLANK.parts]


def test_an_unknown_role_is_a_key_error(book: Handbook) -> None:
    with pytest.raises(KeyError):
        comparison_view(book, "junior", "nothing")


def test_a_matrix_leads_to_the_promotions_between_its_levels(
    real_books: dict[str, Handbook],
) -> None:
    book = real_books["xingqiao-retail"]
    view = matrix_view(book, "customer-service", "zh")
    assert len(view.steps) == 4
    assert {(str(a.id), str(b.id)) for a, b in view.steps} <= steps(book).keys()
    about = [row.competency.id for row in view.demands if row.competency]
    assert len(about) == len(set(about)) > 5
    assert {row.categories for row in view.demands if row.competency is None} == {("tenure",)}
    assert not view.wide
