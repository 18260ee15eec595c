"""What stands where in a comparison, in the form that the chooser fills, and in its data."""

from __future__ import annotations

import pytest
from tree import every, marked, pages

from handbook.company.book import Handbook
from handbook.pages.blocks import (
    Blocks,
    Choices,
    Fold,
    Item,
    Link,
    Listing,
    Paragraph,
    Pattern,
    Section,
    Toned,
    text_of,
)
from handbook.pages.layout.chooser import compare_page
from handbook.pages.layout.chooser_data import ChooserData, chooser_data
from handbook.pages.layout.comparison import comparison_page
from handbook.pages.views.careers import careers_view
from handbook.pages.views.comparison import BLANK, comparison_view
from handbook.pages.writer import Writer


@pytest.fixture
def w(book: Handbook) -> Writer:
    return Writer(book, "zh")


def step(w: Writer, before: str = "junior", after: str = "senior") -> Blocks:
    return comparison_page(w, comparison_view(w.book, before, after))


def chooser(w: Writer) -> Section:
    blocks = compare_page(w, careers_view(w.book, "zh").families)
    (found,) = (one for one in every(blocks, Section) if one.tone == "chooser")
    return found


def shown(blocks: Blocks) -> list[str]:
    """What each line of each list says, side by side; a side's first paragraph is its text."""
    found = []
    for name, listing in marked(blocks, Listing, "list").items():
        for item in listing.items:
            before, _, after = every(item.blocks, Section)
            texts = (next(every(one.blocks, Paragraph), None) for one in (before, after))
            found.append(f"{name}: {' | '.join(text_of(t.line) if t else '' for t in texts)}")
    return found


def test_before_stands_on_the_left_and_after_on_the_right(w: Writer) -> None:
    assert shown(step(w)) == [
        "new_duties:  | 辅导初级客服",
        "kept_duties:  | 在 0.5 分钟以内接听来电",
        "raised_requirements: 耐心倾听 | 在压力下仍能耐心倾听",
    ]
    assert shown(step(w, "senior", "junior"))[0] == "left_duties: 辅导初级客服 | "


def test_how_much_changes_is_counted_and_what_does_not_change_is_out_of_sight(w: Writer) -> None:
    blocks = step(w)
    numbers = {k: dict(one.marks)["n"] for k, one in marked(blocks, Toned, "change").items()}
    assert numbers == {
        "grown_duties": "0", "new_duties": "1", "left_duties": "0", "kept_duties": "1",
        "raised_requirements": "1", "changed_requirements": "0",
        "new_requirements": "0", "dropped_requirements": "0", "kept_requirements": "0",
    }  # fmt: skip
    hidden = {k: one.hidden for k, one in marked(blocks, Section, "change").items()}
    assert hidden == {name: number == "0" for name, number in numbers.items()}
    folded = marked(tuple(every(blocks, Fold)), Listing, "list")
    assert set(folded) == {"kept_duties", "kept_requirements"}


def test_the_page_leads_back_and_to_the_chooser_with_both_roles(w: Writer) -> None:
    (onward,) = (one for one in every(step(w, "senior", "junior"), Section) if one.kind == "jump")
    assert pages(onward) == ["compare/junior--senior/", "compare/"]
    assert [one.to.query for one in every(onward, Link)][-1] == "from=senior&to=junior"


def test_each_anchor_of_the_counts_is_there(w: Writer) -> None:
    blocks = step(w)
    ids = {one.id for one in every(blocks, Section) if one.id}
    assert {one.to.anchor for one in every(blocks, Link) if one.to.page is None} == ids != set()


def test_the_form_has_a_place_for_all_that_the_script_fills(w: Writer) -> None:
    patterns = marked(chooser(w), Pattern, "part")
    assert list(patterns) == ["result", "pair", "rise", "no-way"]
    lists = marked(patterns["result"], Listing, "list")
    assert list(lists) == [change.name for part in BLANK.parts for change in part.changes]
    assert all(not one.items for one in lists.values())
    for name, tone in (("pair", "pair"), ("rise", "")):
        assert [item.tone for item in every(patterns[name], Item)] == [tone]


def test_any_two_roles_can_be_chosen_and_without_a_script_nobody_sees_the_form(w: Writer) -> None:
    found = chooser(w)
    assert found.hidden
    assert [one.name for one in every(found, Choices)] == ["from", "to"]
    for one in every(found, Choices):
        values = [value for _, options in one.groups for value, _ in options]
        assert values[0] == ""
        assert set(values[1:]) == set(w.book.roles)


def test_the_data_holds_each_text_once(w: Writer) -> None:
    data: ChooserData = chooser_data(w)
    assert data.roles.keys() == w.book.roles.keys()
    assert data.roles["junior"].requirements == ("patience-1",)
    assert set(data.requirements) == {"patience-1", "patience-2"}
    assert set(data.duties) == {"answer-calls", "coach"}
    assert data.raises == {"patience-2": "patience-1"}
    assert set(data.ways) == {"junior--senior", "lead--senior"}
    assert not any(one.figure for one in data.requirements.values())
