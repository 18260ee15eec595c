"""Which pages there are."""

from __future__ import annotations

import pytest

from handbook.company.book import Handbook
from handbook.pages.addresses import PAGE_FOLDERS, page_path
from handbook.pages.listing import pages_of


def test_every_thing_with_a_page_has_one_and_each_path_is_its_own(
    real_books: dict[str, Handbook],
) -> None:
    for book in real_books.values():
        pages = pages_of(book, "zh")
        assert len({page.path.lower() for page in pages}) == len(pages)
        expected = {key for key in book.things if key[0] in PAGE_FOLDERS}
        assert {page.key for page in pages if page.key} == expected
        for page in pages:
            assert page.title
            assert page.description
            assert "${" not in page.title + page.description
            if page.key:
                assert page_path(page.key) == page.path


def test_a_page_knows_its_source(real_books: dict[str, Handbook]) -> None:
    book = real_books["yihe-elder-care"]
    sources = {page.key: page.source for page in pages_of(book, "zh")}
    assert str(sources["role", "manager"]).endswith("companies/yihe-elder-care/roles/manager.yml")
    assert str(sources["role", "senior-agent"]).endswith("policy_data/roles/senior-agent.yml")


@pytest.mark.parametrize("kind", ["duty", "parameter", "company"])
def test_kinds_without_pages(kind: str) -> None:
    assert page_path((kind, "x")) is None
