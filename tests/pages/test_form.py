"""Forms as sheets, and the places in scripts."""

from __future__ import annotations

from handbook.company.book import Handbook
from handbook.pages.views.form import form_view
from handbook.pages.views.script import spoken


def test_fields_stand_by_who_fills_them_in_and_short_ones_in_pairs(
    filled_books: dict[str, Handbook],
) -> None:
    view = form_view(filled_books["xingqiao-retail"], "appeal-form")
    rows = [
        (part.actor, [[blank.field.id for blank in row] for row in part.rows])
        for part in view.parts
    ]
    assert rows == [
        (
            "employee",
            [
                ["appellant-name", "contact"],
                ["subject"],
                ["decided-on"],
                ["facts"],
                ["evidence"],
                ["wish"],
                ["appellant-signature", "submitted-on"],
            ],
        ),
        (
            "hr",
            [
                ["accepted"],
                ["findings"],
                ["conclusion"],
                ["answer"],
                ["hr-signature", "answered-on"],
            ],
        ),
    ]


def test_a_signature_is_dated_where_no_date_follows(filled_books: dict[str, Handbook]) -> None:
    view = form_view(filled_books["xingqiao-retail"], "contract-change")
    blanks = [blank for part in view.parts for row in part.rows for blank in row]
    assert {blank.field.id for blank in blanks if blank.dated} == {"company-signature"}


def test_no_field_is_lost_and_the_order_stays(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        for identity, form in book.forms.items():
            parts = form_view(book, identity).parts
            shown = [blank.field for part in parts for row in part.rows for blank in row]
            assert shown == list(form.fields)


def test_a_form_names_the_steps_that_use_it(book: Handbook) -> None:
    (use,) = form_view(book, "application").uses
    assert [(row.number, row.anchor) for row in use.steps] == [(1, "step-apply")]


def test_places_of_a_script_are_cut_out_and_nothing_is_lost() -> None:
    line = "我是〔坐席姓名〕，\n您好〔 〔答复〕〕。〔"
    assert [(part.text, part.place) for part in spoken(line)] == [
        ("我是", False),
        ("〔坐席姓名〕", True),
        ("，\n您好〔 ", False),
        ("〔答复〕", True),
        ("〕。〔", False),
    ]
    assert spoken("") == ()
