"""What stands where on the page of a process, and in its steps on a hand-written page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tree import every, headings, marked, pages

from handbook.company.book import Handbook
from handbook.pages.addresses import DATES
from handbook.pages.blocks import (
    Blocks,
    Choices,
    Fact,
    Figure,
    Item,
    Link,
    Listing,
    Paragraph,
    Section,
    Toned,
    text_of,
)
from handbook.pages.layout.process import process_page, step_parts
from handbook.pages.views.process import ProcessView, process_view
from handbook.pages.writer import Writer
from handbook.words.text import Text


@pytest.fixture
def view(book: Handbook) -> ProcessView:
    return process_view(book, "promotion", "zh")


def page(book: Handbook, view: ProcessView) -> Blocks:
    return process_page(Writer(book, "zh"), view)


def facts(blocks: Blocks) -> dict[str, str]:
    return {text_of(fact.name): text_of(fact.line) for fact in every(blocks, Fact)}


def test_the_jump_list_leads_to_the_headings(book: Handbook, view: ProcessView) -> None:
    blocks = page(book, view)
    (jump,) = (one for one in every(blocks, Section) if one.kind == "jump")
    assert [one.to.anchor for one in every(jump, Link)] == ["steps", "chart", "ends"]
    assert len(headings(blocks, 2)) == 3


def test_facts_say_who_decides_and_for_whom_it_is(book: Handbook, view: ProcessView) -> None:
    w, found = Writer(book, "zh"), facts(page(book, view))
    assert found[w.say("path.decided-by")] == "部门负责人"
    assert found[w.say("path.forms")] == "晋升申请表"
    assert found[w.say("process.roles")] == "初级客服、客服组长"
    assert w.say("process.must-end") not in found


def test_a_step_says_what_who_how_long_and_where_it_leads(
    book: Handbook, view: ProcessView
) -> None:
    steps = marked(page(book, view), Item, "step")
    assert list(steps) == ["promotion/apply", "promotion/decide"]
    decide = steps["promotion/decide"]
    assert (decide.id, dict(decide.marks)["actor"]) == ("step-decide", "head")
    (ways,) = (one for one in every(decide.blocks, Listing) if one.tone == "ways")
    assert [text_of(item.line) for item in ways.items] == [
        "同意 → 晋升生效",
        "不同意 → 维持原岗位（书面说明理由）",
        "材料不全 → 1. 提交申请（书面说明理由），最多 1 次",
    ]
    anchors = [link.to.anchor for link in every(ways, Link)]
    assert anchors == ["end-promoted", "end-refused", "step-apply"]


def test_an_optional_step_is_tagged_and_says_when_it_is_needed(
    book: Handbook, view: ProcessView
) -> None:
    row = view.steps[0]
    optional = replace(row, step=row.step.model_copy(update={"optional": Text("申请跨部门的")}))
    step, _ = marked(
        page(book, replace(view, steps=(optional, view.steps[1]))), Item, "step"
    ).values()
    assert [one.tone for one in every(step, Toned)][:2] == ["strong", "tag"]
    assert any(text_of(one.line).endswith("申请跨部门的") for one in every(step, Paragraph))


def test_the_boxes_of_its_own_chart_lead_to_steps_of_the_same_page(
    book: Handbook, view: ProcessView
) -> None:
    (figure,) = every(page(book, view), Figure)
    assert {link.to.page for link in figure.links if link.step} == {None}


def test_only_what_must_end_with_probation_leads_to_ones_dates(
    book: Handbook, view: ProcessView
) -> None:
    assert DATES not in pages(page(book, view))
    bound = view.process.model_copy(update={"must_end_by": "probation_end"})
    assert DATES in pages(page(book, replace(view, process=bound)))


def test_anyone_with_a_step_can_be_chosen_once_a_script_shows_it(
    book: Handbook, view: ProcessView
) -> None:
    (part,) = (one for one in every(page(book, view), Section) if one.feature == "my-part")
    assert part.hidden
    assert not part.searched
    (choices,) = every(part, Choices)
    ((_, options),) = choices.groups
    assert [value for value, _ in options] == ["", "employee", "head"]
    (said,) = every(part, Toned)
    assert (said.tone, said.live) == ("output", True)


def test_steps_of_a_hand_written_page_have_ids_of_their_own(
    book: Handbook, view: ProcessView
) -> None:
    blocks = step_parts(Writer(book, "zh"), view, "promotion-")
    ids = [item.id for item in every(blocks, Item) if item.id]
    assert ids == [
        "promotion-step-apply", "promotion-step-decide", "promotion-end-promoted",
        "promotion-end-refused",
    ]  # fmt: skip
    assert {link.to.anchor for link in every(blocks, Link) if link.to.page is None} <= set(ids)
