"""What stands where on the first page."""

from __future__ import annotations

import pytest
from tree import every, headings, pages

from handbook.company.book import Handbook
from handbook.pages.blocks import Blocks, Paragraph, Section
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


def test_no_heading_stands_over_nothing(book: Handbook) -> None:
    view = home_view(book)
    assert not view.hires
    (hires, *_) = (one for one in every(page(book), Section) if one.tone == "card")
    assert headings(hires.blocks, 3) == ["我的转正"]
