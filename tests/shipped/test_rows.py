"""Every row of the source documents is in the data and on a page that somebody can open."""

from __future__ import annotations

import pytest

from handbook.company.book import Handbook
from handbook.model.base import Key
from handbook.pages.addresses import PAGE_FOLDERS
from handbook.pages.listing import pages_of
from handbook.pages.views.values import pages_that_show

# The rows of the table of source documents that the handbook must hold
ROWS = [
    "000.conditions",
    "000.process",
    "000.flowchart",
    "000.variants",
    "000.keytasks",
    "001.conditions",
    "001.process",
    "001.department",
    "001.management",
    "001.requirements",
    "002.conditions",
    "002.process",
    "002.transfer",
    "002.duties",
    "003.frame",
    "003.ladder",
    "003.conditions",
    "003.process",
    "003.training",
    "003.pay",
    "003.parameters",
    "004.conditions",
    "004.process",
    "004.flowchart",
    "004.scripts",
    "004.records",
    "forms",
]
# What the rows name besides: how many of a kind must come from a row
COUNTS = [
    ("000.keytasks", "duty", 3),
    ("001.department", "duty", 12),
    ("001.management", "duty", 14),
    ("001.requirements", "requirement", 15),
    ("002.duties", "duty", 8),
    ("003.frame", "policy", 1),
    ("003.ladder", "role", 5),
    ("003.parameters", "parameter", 18),
    ("004.scripts", "script", 3),
    ("forms", "form", 4),
]


def from_row(book: Handbook, row: str) -> list[Key]:
    return [key for key, thing in book.things.items() if row in getattr(thing, "source", ())]


def shown(book: Handbook, key: Key) -> bool:
    """Whether a page of the handbook prints a thing, by itself or as part of another."""
    if key[0] in PAGE_FOLDERS:
        return True
    return key[0] in ("term", "metric") or bool(pages_that_show(book, key))


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_found_on_a_page(row: str, filled_books: dict[str, Handbook]) -> None:
    assert any(shown(book, key) for book in filled_books.values() for key in from_row(book, row))


def test_no_thing_comes_from_a_row_that_is_not_there(filled_books: dict[str, Handbook]) -> None:
    named = {
        row
        for book in filled_books.values()
        for thing in book.things.values()
        for row in getattr(thing, "source", ())
    }
    assert named - set(ROWS) == set()


@pytest.mark.parametrize(("row", "kind", "least"), COUNTS)
def test_a_row_is_there_with_all_its_parts(
    row: str, kind: str, least: int, filled_books: dict[str, Handbook]
) -> None:
    found = {
        key
        for book in filled_books.values()
        for key in from_row(book, row)
        if key[0] == kind and shown(book, key)
    }
    assert len(found) >= least


def test_whatever_has_a_source_is_shown_in_some_company(filled_books: dict[str, Handbook]) -> None:
    """Facts that nobody can open are facts that are missing."""
    sourced = {
        key
        for book in filled_books.values()
        for key, thing in book.things.items()
        if getattr(thing, "source", ())
    }
    seen = {
        key for book in filled_books.values() for key in sourced & set(book.things)
        if shown(book, key)
    }  # fmt: skip
    assert sourced - seen == set()


def test_every_page_of_a_thing_is_planned(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        pages = {page.key for page in pages_of(book, "zh")}
        sourced = {key for row in ROWS for key in from_row(book, row) if key[0] in PAGE_FOLDERS}
        assert sourced - pages == set()
