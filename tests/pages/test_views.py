"""Parts of the good handbook as rows."""

from __future__ import annotations

import pytest

from handbook.company.book import Handbook
from handbook.pages.views.department import department_view
from handbook.pages.views.form import form_view
from handbook.pages.views.lists import by_area, by_competency
from handbook.pages.views.policy import policy_view
from handbook.pages.views.process import process_view
from handbook.pages.views.role import role_view


def test_a_role_with_what_comes_next(book: Handbook) -> None:
    view = role_view(book, "junior", "zh")
    assert [area.area.zh for area in view.duties] == ["接待"]
    assert [group.about for group in view.requirements] == ["attitude"]
    (step,) = view.next_steps
    assert (step.target.id, step.process.id, step.decided_by) == ("senior", "promotion", "head")
    assert [row.requirement.id for group in step.conditions for row in group.rows] == [
        "satisfaction"
    ]
    assert view.confirmation is None
    assert view.ladder.boxes[0].here


def test_a_role_with_what_leads_to_it(book: Handbook) -> None:
    view = role_view(book, "senior", "zh")
    assert {role.id for role in view.comes_from} == {"junior", "lead"}
    assert {role.id for role in view.leads} == {"junior", "lead"}
    assert view.next_steps == ()


def test_steps_are_numbered_and_lead_to_headings(book: Handbook) -> None:
    view = process_view(book, "promotion", "zh")
    rows = [
        (row.number, row.anchor, [(way.anchor, way.number) for way in row.branches])
        for row in view.steps
    ]
    assert rows == [
        (1, "step-apply", [("step-decide", 2)]),
        (2, "step-decide", [("end-promoted", None), ("end-refused", None), ("step-apply", 1)]),
    ]
    assert view.forms == ("application",)
    assert [role.id for role in view.roles] == ["junior", "lead"]


def test_articles_are_numbered_through_all_chapters(book: Handbook) -> None:
    view = policy_view(book, "promotion-rules", "zh")
    assert list(view.numbers.values()) == [1, 2]
    assert view.shown["general", "ladder"].levels
    assert view.shown["general", "steps"].chart is not None


def test_lists(book: Handbook) -> None:
    grades = [role.grade for role in department_view(book, "service-desk", "zh").roles]
    assert grades == [2, 2, 1, 1]
    assert [use.process.id for use in form_view(book, "application").uses] == ["promotion"]
    assert book.families["service"].id == "service"
    assert [role.grade for role in book.ladders["service"]] == [1, 1, 2, 2]
    areas = by_area(book.duties[i] for i in ("coach", "answer-calls", "coach"))
    assert [(area.area.zh, len(area.duties)) for area in areas] == [("带教", 2), ("接待", 1)]
    (group, _) = by_competency(book, ["patience-1", "satisfaction"])
    assert group.about == "performance"
    assert group.rows[0].metric is book.metrics["csat"]


def test_an_unknown_id_is_a_key_error(book: Handbook) -> None:
    with pytest.raises(KeyError):
        department_view(book, "nothing", "zh")
    with pytest.raises(KeyError):
        form_view(book, "nothing")
