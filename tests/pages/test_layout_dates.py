"""What stands where on the page of one's own dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tree import every, headings, marked

from handbook.company.book import Handbook
from handbook.company.days_and_limits import ProbationLimits
from handbook.pages.blocks import (
    Blocks,
    Button,
    Choices,
    Data,
    Entry,
    Item,
    Paragraph,
    Pattern,
    Section,
    Table,
    Target,
    Toned,
    text_of,
)
from handbook.pages.layout.dates import dates_page
from handbook.pages.views.dates import DateRow, DatesView, Example, dates_view
from handbook.pages.writer import Writer
from handbook.printing.html import HtmlPrinter


@pytest.fixture
def view(book: Handbook) -> DatesView:
    return dates_view(book, "zh")


def page(book: Handbook, view: DatesView) -> Blocks:
    return dates_page(Writer(book, "zh"), view)


def entries(blocks: Blocks) -> dict[str, Entry]:
    return {one.name: one for one in every(blocks, Entry) if one.name}


def told(blocks: Blocks) -> list[str]:
    return [text_of(item.line) for item in every(blocks, Item)]


def test_what_needs_a_script_is_hidden_until_it_comes_and_never_searched(
    book: Handbook, view: DatesView
) -> None:
    tool = next(one for one in every(page(book, view), Section) if one.tone == "dates")
    assert not tool.searched
    (form,) = (one for one in every(tool, Section) if one.kind == "form")
    assert form.hidden
    assert marked(tool, Section, "dates")["result"].hidden
    assert marked(tool, Paragraph, "dates")["status"].live


def test_one_chooses_among_all_roles(book: Handbook, view: DatesView) -> None:
    (roles,) = every(page(book, view), Choices)
    ((_, options),) = roles.groups
    assert [value for value, _ in options] == [str(role.id) for role in view.roles]


@pytest.mark.parametrize(
    ("asked", "open_ended", "ticked"),
    [(True, False, False), (True, True, True), (False, False, True)],
)
def test_the_contract_is_asked_where_its_length_counts(
    book: Handbook, view: DatesView, asked: bool, open_ended: bool, ticked: bool
) -> None:
    other = replace(view, asks_contract=asked, open_ended=open_ended, months=24)
    blocks = page(book, other)
    contract = next(
        one for one in every(blocks, Section)
        if any(isinstance(block, Entry) and block.name == "months" for block in one.blocks)
    )  # fmt: skip
    assert contract.hidden is not asked
    assert entries(blocks)["open"].ticked is ticked
    assert entries(blocks)["months"].value == "24"


def test_each_thing_typed_has_a_place_for_what_is_wrong_with_it(
    book: Handbook, view: DatesView
) -> None:
    blocks = page(book, view)
    typed = {name: entry for name, entry in entries(blocks).items() if entry.type != "tick"}
    apart = {one.id for one in every(blocks, Paragraph) if one.tone == "error" and one.hidden}
    assert {name for name, e in typed.items() if not e.error} == {"months"}
    assert apart == {"dates-months-error"}  # the id that the script looks for
    assert [name for name, entry in typed.items() if entry.needed] == ["entry", "months"]


def test_the_script_finds_its_data_and_the_pattern_of_a_line(
    book: Handbook, view: DatesView
) -> None:
    blocks = page(book, view)
    assert [(data.feature, data.content) for data in every(blocks, Data)] == [
        ("dates-rules", view.rules), ("dates", view.words),
    ]  # fmt: skip
    pattern = marked(blocks, Pattern, "dates")["row"]
    tones = {word for one in every(pattern, Toned) for word in one.tone.split()}
    assert tones == {"day", "time", "weekday", "what", "who", "more", "away", "note"}
    assert set(marked(blocks, Button, "dates")) == {"export", "print"}
    assert set(marked(blocks, Entry, "dates")) == {"remind"}


def test_addresses_of_the_scripts_words_lead_from_the_page_itself(view: DatesView) -> None:
    assert view.words["roles"]["junior"][1] == Target("roles/junior/")
    assert view.words["processes"]["promotion"]["href"] == Target("processes/promotion/")
    data = HtmlPrinter("zh", "../").block(Data(view.words))
    assert '"../roles/junior/index.html"' in data


def test_limits_are_told_only_where_the_company_names_their_law(
    book: Handbook, view: DatesView
) -> None:
    w = Writer(book, "zh")
    limits = ProbationLimits(fixed=((3, 1), (12, 2)), open_ended=6)
    some = told(page(book, replace(view, has_probation=True, limits=limits)))
    none = told(page(book, replace(view, has_probation=True, limits=None)))
    assert w.say("dates.how.limit") in some
    assert len(some) - len(none) == 4
    silent = replace(view, has_probation=False, limits=limits)
    assert w.say("dates.how.no-probation") not in told(page(book, silent))
    without = told(page(book, replace(silent, excludes_probation=True)))
    assert w.say("dates.how.no-probation") in without
    assert w.say("dates.how.limit") not in without


def test_an_example_stands_below_where_there_is_one(book: Handbook, view: DatesView) -> None:
    bare = page(book, replace(view, example=None))
    assert not list(every(bare, Table))
    rows = (DateRow(date(2027, 1, 4), "入职", None), DateRow(date(2027, 2, 1), "申请", "员工"))
    example = Example(view.roles[0], rows[0].day, rows)
    blocks = page(book, replace(view, example=example))
    assert len(headings(blocks, 2)) == len(headings(bare, 2)) + 1
    (table,) = every(blocks, Table)
    assert [[text_of(cell.line) for cell in row.cells] for row in table.rows] == [
        ["2027 年 1 月 4 日", "入职", ""], ["2027 年 2 月 1 日", "申请", "员工"],
    ]  # fmt: skip
