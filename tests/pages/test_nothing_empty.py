"""No page prints an empty shell: a heading without content, a list, table or column of nothing.

Of every page of every company of the tests, and of one that says next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from places import TESTS
from tree import every

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.pages.blocks import (
    Blocks,
    Cell,
    Data,
    Fact,
    Facts,
    Heading,
    Link,
    Listing,
    Paragraph,
    Pattern,
    Section,
    Table,
    text_of,
)
from handbook.pages.content import Around
from handbook.pages.listing import Page, pages_of
from handbook.reading.library import load
from handbook.words.catalogue import say

TINY = TESTS / "data" / "tiny"
# What is new has no left side, what goes no right one, and few demands a figure
SIDES = ("pair__before", "pair__after", "rises")


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    """Two families, six roles on grades; no process, parameter, department or contact."""
    books, problems = check_companies(load(TINY), ["pebble"])
    assert [problem.code for problem in problems if problem.severity == "error"] == []
    return books["pebble"]


@pytest.fixture(scope="module")
def books(tiny: Handbook, book: Handbook, real_books: dict[str, Handbook]) -> dict[str, Handbook]:
    return {"pebble": tiny, "acme": book, **real_books}


def seen(part: Any) -> Iterator[Any]:
    """All blocks in reading order but what a script shows, and the foot that each page has."""
    if isinstance(part, (Pattern, Data)) or getattr(part, "hidden", False):
        return
    if isinstance(part, Section) and part.kind == "foot":
        return
    if is_dataclass(part):
        yield part
    if isinstance(part, Heading):  # its own words are no content
        return
    if isinstance(part, tuple):
        for one in part:
            yield from seen(one)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from seen(getattr(part, field.name))


def bare_headings(blocks: Blocks) -> list[str]:
    """Those behind which another of the same or a higher level stands, or nothing."""
    found, waiting = [], list[Heading]()
    for part in seen(blocks):
        if isinstance(part, Heading):
            found += [one for one in waiting if one.level >= part.level]
            waiting = [*(one for one in waiting if one.level < part.level), part]
        elif not isinstance(part, (Section, Facts, Listing, Table)):
            waiting = []
    return [text_of(one.line) for one in (*found, *waiting)]


def empty(blocks: Blocks) -> Iterator[str]:
    for part in seen(blocks):
        if getattr(part, "tone", "") in SIDES:
            continue
        if isinstance(part, Listing) and not part.items and not part.marks:
            yield f"list {part.tone}"
        elif isinstance(part, Facts) and not part.rows:
            yield f"facts {part.tone}"
        elif isinstance(part, Fact) and not part.line and not part.tone.startswith("form__"):
            yield f"fact {text_of(part.name)}"
        elif isinstance(part, Paragraph) and not part.line and not (part.marks or part.live):
            yield f"paragraph {part.tone}"
        elif isinstance(part, Section) and not (part.blocks or part.marks or part.feature):
            yield f"section {part.tone}"
        elif isinstance(part, Table):
            columns = zip(*(row.cells for row in part.rows), strict=True)
            for head, cells in zip(part.head, [*columns] or [()] * len(part.head), strict=True):
                if not any(cell.line or cell.blocks for cell in cells):
                    yield f"column {text_of(head)}"


def pages(book: Handbook, lang: str = "zh") -> tuple[Page, ...]:
    return pages_of(book, lang, "hr", Around())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_empty_is_printed(books: dict[str, Handbook], lang: str) -> None:
    told = [
        f"{company}/{page.path}: {name}"
        for company, book in books.items()
        if lang == "zh" or company == "pebble"  # the only one that speaks both
        for page in pages(book, lang)
        if page.kind not in ("rule", "reference", "score_sheet")  # the last is filled in by hand
        for name in (*bare_headings(page.view), *empty(page.view))
    ]
    assert told == []


def test_the_test_sees_what_is_empty() -> None:
    title, text = Heading(2, (), "a"), Paragraph(())
    assert len(bare_headings((title, Heading(2, (), "b"), text))) == 1
    assert len(bare_headings((title, Heading(3, (), "b"), text))) == 0
    assert len(bare_headings((Section((title,)), Section((Heading(1, (), "b"),))))) == 2
    row = Table((text.line, text.line), ())
    assert list(empty((Listing(()), Facts(()), row))) == [
        "list ",
        "facts facts",
        "column ",
        "column ",
    ]


def test_a_handbook_of_roles_alone_has_the_pages_that_say_something(tiny: Handbook) -> None:
    kinds = {page.kind for page in pages_of(tiny, "en")}
    assert kinds == {"home", "careers", "step", "role"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_link_leads_to_a_page(tiny: Handbook, lang: str) -> None:
    for edition in ("employee", "hr"):
        listed = pages_of(tiny, lang, edition)  # type: ignore[arg-type]
        there = {page.path for page in listed}
        for page in listed:
            asked = {link.to.page for link in every(page.view, Link)} - {None}
            assert asked <= there, page.path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_contact_is_promised(tiny: Handbook, lang: str) -> None:
    for page in pages_of(tiny, lang):
        lines = [text_of(one.line) for one in every(page.view, Paragraph)]
        assert not any(say("foot.mistake", lang).strip() in line for line in lines)


def test_a_table_has_only_columns_that_say_something(tiny: Handbook) -> None:
    (page,) = (page for page in pages_of(tiny, "en") if page.kind == "careers")
    heads = [[text_of(line) for line in table.head] for table in every(page.view, Table)]
    assert heads == [["Way", "Years"]]
    cells = [text_of(cell.line) for cell in every(page.view, Cell)]
    assert cells.count("no minimum time") == 2
    assert page.description == "The levels of each job family and the ways on from them."
