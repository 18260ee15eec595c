"""What stands where on the first page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tree import every, headings, pages

from handbook.company.book import Handbook
from handbook.pages.blocks import Blocks, Paragraph, Section, text_of
from handbook.pages.content import HR_PAGES
from handbook.pages.layout.home import home_page
from handbook.pages.views.home import home_view
from handbook.pages.writer import Writer


def page(book: Handbook, *, for_hr: bool = False) -> Blocks:
    return home_page(Writer(book, "zh", for_hr), home_view(book), HR_PAGES)


def test_three_doors_that_links_reach(book: Handbook) -> None:
    doors = [one for one in every(page(book), Section) if one.tone == "card"]
    assert [door.id for door in doors] == ["new-hires", "careers", "policies"]
    assert [headings(door.blocks, 2) for door in doors] == [
        ["我是新员工"], ["我想晋升或转岗"], ["我要查制度和表单"],
    ]  # fmt: skip
    assert "compare/junior--senior/" in pages(doors[1])


@pytest.mark.parametrize("for_hr", [False, True])
def test_only_hr_reads_of_its_pages(book: Handbook, for_hr: bool) -> None:
    blocks = page(book, for_hr=for_hr)
    told = [one for one in every(blocks, Paragraph) if one.tone == "hr"]
    assert [pages(one) for one in told] == ([list(HR_PAGES.values())] if for_hr else [])


def test_where_no_role_is_confirmed_all_are_listed_and_no_confirmation_is_spoken_of(
    book: Handbook,
) -> None:
    assert home_view(book).hires == book.ladders["service"]
    (hires, *_) = (one for one in every(page(book), Section) if one.tone == "card")
    assert headings(hires.blocks, 3) == ["我的岗位", "我的日期"]
    assert not any("转正" in text_of(one.line) for one in every(hires, Paragraph))


def test_a_door_with_nothing_behind_it_is_not_there(book: Handbook) -> None:
    bare = replace(book, things={}, _by_kind={})
    assert [one for one in every(page(bare), Section) if one.tone in ("card", "doors")] == []
