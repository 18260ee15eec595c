"""What is too large to be read in a picture or on one page is parted, or listed instead."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

import pytest
from tree import every, pages

from handbook.company.book import Handbook
from handbook.model import Process, Role
from handbook.model.base import LocalId, Model
from handbook.model.references import RoleId
from handbook.pages.blocks import (
    Blocks,
    Figure,
    Item,
    Link,
    Listing,
    Paragraph,
    Section,
    Table,
    text_of,
)
from handbook.pages.charts.content import chart_of, ladder_chart, ladders_chart
from handbook.pages.charts.mermaid import (
    MOST_ARROWS,
    MOST_BOXES,
    MOST_CHARACTERS,
    Arrow,
    Box,
    Chart,
)
from handbook.pages.content import Around, content
from handbook.pages.layout.report import report_page
from handbook.pages.views.report import report_view
from handbook.pages.writer import Writer
from handbook.words.catalogue import say

T = TypeVar("T", bound=Model)


def fresh(thing: T, **fields: object) -> T:
    """A thing with other fields, and nothing kept of what was known of the first."""
    copy = thing.model_copy(update=fields)
    for kept in ("_kept", "walked"):
        copy.__dict__.pop(kept, None)
    return copy


def having(book: Handbook, *things: Model) -> Handbook:
    """The handbook with other or more things."""
    found = {(one.kind, str(one.id)): one for one in things}  # type: ignore[attr-defined]
    nodes = dict.fromkeys(found, book.company_node)
    things = {**book.things, **found}
    return replace(book, things=things, nodes={**nodes, **book.nodes}, _by_kind={})


def with_roles(book: Handbook, number: int) -> Handbook:
    """The family of the junior with so many roles in a row, each leading to the next."""
    first = book.roles["junior"]
    roles: list[Role] = []
    for n in range(number - len(book.ladders["service"])):
        ahead = fresh(first.paths[0], to=RoleId(f"r{n - 1}") if n else first.paths[0].to)
        roles.append(fresh(first, id=LocalId(f"r{n}"), grade=1, paths=(ahead,), formerly=()))
    return having(book, *roles)


def with_steps(book: Handbook, number: int) -> Handbook:
    """The promotion with so many steps before its own."""
    process = book.processes["promotion"]
    first = process.steps[0]
    names = [*(f"s{n}" for n in range(number)), str(first.id)]
    steps = [fresh(first, id=LocalId(a), next=b) for a, b in pairwise(names)]
    return having(book, fresh(process, steps=(*steps, *process.steps)))


def shown(book: Handbook, kind: str, *about: str) -> Blocks:
    return content(Writer(book, "zh"), Around(), kind, *about)


def sentences(blocks: Blocks) -> list[str]:
    return [text_of(one.line) for one in every(blocks, Paragraph)]


def chart(boxes: int, arrows: int = 0, label: str = "") -> Chart:
    made = tuple(Box(f"b{n}", (label or str(n),), "task") for n in range(boxes))
    return Chart("", "", made, (Arrow("b0", "b0"),) * arrows)


@pytest.mark.parametrize(
    ("at_most", "too_many"),
    [
        (chart(MOST_BOXES), chart(MOST_BOXES + 1)),
        (chart(1, MOST_ARROWS), chart(1, MOST_ARROWS + 1)),
        (
            chart(3, 0, "长" * (MOST_CHARACTERS // 3 - 100)),
            chart(3, 0, "长" * (MOST_CHARACTERS // 3)),
        ),
    ],
)
def test_a_chart_is_drawn_up_to_the_limit(book: Handbook, at_most: Chart, too_many: Chart) -> None:
    w = Writer(book, "zh")
    assert isinstance(w.figure(at_most, "x"), Figure)
    assert isinstance(w.figure(too_many, "x"), Paragraph)


def test_all_ladders_are_parted_by_family(book: Handbook) -> None:
    few, many = with_roles(book, MOST_BOXES), with_roles(book, MOST_BOXES + 1)
    assert list(every(shown(few, "careers"), Figure))
    assert not list(every(shown(few, "matrix", "service"), Figure))
    parted = shown(many, "careers")
    assert not list(every(parted, Figure))
    assert say("chart.large.ladders", "zh", n=MOST_BOXES + 1) in sentences(parted)
    assert not list(every(parted, Table))
    assert {f"roles/{role}/" for role in many.roles} <= set(pages(parted))
    assert "careers/service/" in pages(parted)


def test_a_family_of_a_parted_picture_has_its_own(book: Handbook) -> None:
    other = book.families["service"].model_copy(update={"id": LocalId("other")})
    moved = [
        role.model_copy(update={"family": "other", "paths": ()}) for role in book.roles.values()
    ]
    fresh = [role.model_copy(update={"id": LocalId(f"{role.id}-b")}) for role in moved]
    parted = having(with_roles(book, MOST_BOXES), other, *fresh)
    assert not ladders_chart(parted, "zh").is_readable
    page = shown(parted, "matrix", "service")
    (figure,) = every(page, Figure)
    assert figure.source.count("r_r1[") == 1
    (ways, *_) = every(page, Table)
    assert len(ways.rows) == sum(len(role.paths) for role in parted.ladders["service"])


def test_levels_that_fill_no_table_are_listed(book: Handbook) -> None:
    page = shown(with_roles(book, 300), "matrix", "service")
    assert say("chart.large.ladder", "zh", n=300) in sentences(page)
    (roles, *_) = every(page, Listing)
    assert len(roles.items) == 300
    assert all(len(table.head) == 3 for table in every(page, Table))


def test_a_role_on_a_long_ladder_shows_what_it_is_connected_with(book: Handbook) -> None:
    many = with_roles(book, 300)
    found = ladder_chart(many, "service", "zh", here="r5")
    assert {box.id for box in found.boxes} == {"r_r4", "r_r5", "r_r6"}
    assert {(arrow.start, arrow.end) for arrow in found.arrows} == {
        ("r_r5", "r_r4"), ("r_r6", "r_r5")
    }  # fmt: skip
    page = shown(many, "role", "r5")
    assert len(list(every(page, Figure))) == 1
    assert say("chart.large.part", "zh", n=300) in sentences(page)


def test_a_role_that_very_many_lead_to_is_not_drawn(book: Handbook) -> None:
    many = with_roles(book, 300)
    to_lead = [
        fresh(role, paths=(fresh(role.paths[0], to=RoleId("lead")),))
        for role in many.roles.values()
        if str(role.id).startswith("r")
    ]
    page = shown(having(many, *to_lead), "role", "lead")
    assert not list(every(page, Figure))
    assert any("直接相连" in sentence for sentence in sentences(page))


def test_a_large_department_lists_its_roles(book: Handbook) -> None:
    page = shown(with_roles(book, MOST_BOXES + 1), "department", "service-desk")
    assert not list(every(page, Figure))
    assert say("chart.large.department", "zh", n=MOST_BOXES + 1) in sentences(page)
    cards = next(one for one in every(page, Section) if one.tone == "cards")
    assert len(cards.blocks) == MOST_BOXES + 1


def test_a_long_process_lists_its_steps_and_says_so(book: Handbook) -> None:
    large = with_steps(book, 998)
    assert len(large.processes["promotion"].steps) == 1000
    page = shown(large, "process", "promotion")
    assert not list(every(page, Figure))
    assert say("chart.large.process", "zh", n=1000) in sentences(page)
    steps = [one for one in every(page, Item) if one.id.startswith("step-")]
    assert len(steps) == 1000
    assert "chart" not in {link.to.anchor for link in every(page, Link)}


def test_elsewhere_a_link_leads_to_the_steps(book: Handbook) -> None:
    large = with_steps(book, 998)
    found = Writer(large, "zh").figure(chart_of(large, "promotion", "zh"), "x")
    assert isinstance(found, Paragraph)
    assert text_of(found.line).startswith(say("chart.large.elsewhere", "zh"))
    assert pages(found.line) == ["processes/promotion/"]


def test_the_report_has_a_table_of_long_times(book: Handbook) -> None:
    large = with_steps(book, 998)
    page = report_page(Writer(large, "zh", for_hr=True), report_view(large, (), "zh"))
    assert not list(every(page, Figure))
    process: Process = large.processes["promotion"]
    assert len(process.steps) <= max(len(table.rows) for table in every(page, Table))


def test_a_large_chart_without_words_of_its_own_says_that_a_list_follows(book: Handbook) -> None:
    boxes = tuple(Box(f"b{n}", ("甲",), "task") for n in range(MOST_BOXES + 1))
    found = Writer(book, "zh").figure(Chart("甲", "乙", boxes, ()), "x")
    assert isinstance(found, Paragraph)
    assert text_of(found.line) == say("chart.large", "zh")
