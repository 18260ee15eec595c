"""Criteria, panel and pass mark on pages, and the score sheet that is derived from them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tree import every, headings, marked, pages

from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.model import Panel, Step
from handbook.model.base import Key
from handbook.pages.blocks import (
    Blocks,
    Button,
    Fact,
    Facts,
    Item,
    Link,
    Paragraph,
    Section,
    Table,
    text_of,
)
from handbook.pages.content import Around, content
from handbook.pages.layout.assessment import panel_sentence
from handbook.pages.listing import pages_of
from handbook.pages.search.names import page_names
from handbook.pages.views.assessment import MOST_SIGNATURES, score_sheets
from handbook.pages.writer import Writer

SHEET = "score-sheets/promotion/"


@pytest.fixture(scope="module")
def elder(real_books: dict[str, Handbook]) -> Handbook:
    return real_books["yihe-elder-care"]


def shown(book: Handbook, *page: str, lang: str = "zh") -> Blocks:
    return content(Writer(book, lang), Around(), *page)


def valued(book: Handbook, **raws: int | None) -> Handbook:
    values = {name: Value(book.parameters[name], raw) for name, raw in raws.items()}
    return replace(book, values={**book.values, **values})


def with_interview(book: Handbook, **fields: Any) -> Handbook:
    """The handbook with other fields in the step that scores."""
    key: Key = ("process", "promotion")
    process = book.processes["promotion"]
    steps = tuple(
        step.model_copy(update=fields) if step.id == "interview" else step for step in process.steps
    )
    changed = process.model_copy(update={"steps": steps})
    return replace(book, things={**book.things, key: changed}, _by_kind={})


def interview(book: Handbook) -> Step:
    return next(step for step in book.processes["promotion"].steps if step.id == "interview")


def panel_of(book: Handbook) -> Panel:
    panel = interview(book).panel
    assert panel is not None
    return panel


def cells(table: Table) -> list[list[str]]:
    return [[text_of(cell.line) for cell in row.cells] for row in table.rows]


def names(part: Any) -> dict[str, str]:
    return {text_of(fact.name): text_of(fact.line) for fact in every(part, Fact)}


def test_a_step_shows_criteria_weights_pass_mark_and_panel(elder: Handbook) -> None:
    step = marked(shown(elder, "process", "promotion"), Item, "step")["promotion/interview"]
    (table,) = every(step, Table)
    assert cells(table) == [
        ["关怀老人及家属", "40%"],
        ["养老服务知识", "30%"],
        ["带教与协作", "30%"],
    ]
    about = [text_of(one.line) for one in every(table, Paragraph)]
    assert about[1] == "凭据：服务记录、回访记录"
    told = [text_of(one.line) for one in every(step, Paragraph)]
    sentence = "评审小组 5 人，至少 4 人到场，3 票同意为通过。由人力资源部主持。"
    assert sentence in told
    assert "成员：人力资源部 1 人、护理部代表 1 人、其他部门的主管 3 人" in told
    assert "满分 100 分，加权总分达到 80 分为通过。 打开评分表" in told
    assert [(one.to.page, one.to.anchor) for one in every(step, Link) if one.to.page == SHEET] == [
        (SHEET, "sheet-interview")
    ]


def test_an_open_number_of_the_panel_is_told_as_open(elder: Handbook) -> None:
    w = Writer(valued(elder, interview_quorum=None), "zh")
    assert "待填写" in text_of(panel_sentence(w, panel_of(elder)))


def test_english(elder: Handbook) -> None:
    told = text_of(panel_sentence(Writer(elder, "en"), panel_of(elder)))
    assert told.startswith("A panel of 5; at least 4 must be present, and 3 votes in favour pass. ")


@pytest.mark.parametrize(
    "page",
    [
        ("process", "promotion"),
        ("role", "junior-agent"),
        ("step", "junior-agent", "intermediate-agent"),
    ],
)
def test_the_pass_mark_stands_with_the_facts_of_the_process(
    elder: Handbook, page: tuple[str, ...]
) -> None:
    told = names(shown(elder, *page))["评审通过线"]
    assert told == "晋升面试：满分 100 分，加权总分达到 80 分为通过。"


def test_what_does_not_score_shows_nothing_of_it(elder: Handbook) -> None:
    bare = with_interview(elder, assessment=None, panel=None)
    for page in (("process", "promotion"), ("role", "junior-agent"), ("home",)):
        found = shown(bare, *page)
        assert SHEET not in pages(found)
        assert "评审通过线" not in names(found)
    assert SHEET not in {page.path for page in pages_of(bare, "zh")}


def test_the_sheet_is_listed_with_forms_and_found(elder: Handbook) -> None:
    (sheet,) = (page for page in pages_of(elder, "zh") if page.path == SHEET)
    assert (sheet.section, sheet.title, sheet.in_menu) == ("form", "晋升流程评分表", True)
    assert str(sheet.source).endswith("companies/yihe-elder-care/processes/promotion.yml")
    assert any("关怀老人及家属" in line for part in sheet.words for line in part.lines)
    named = page_names(elder, (sheet,), "zh")[sheet.address]
    assert (named.kind, named.names) == ("form", ("晋升流程评分表",))
    assert "评分表" in named.keys
    assert SHEET in pages(shown(elder, "home"))
    (forms,) = (f for f in every(shown(elder, "process", "promotion"), Fact)
                if text_of(f.name) == "所需表单")  # fmt: skip
    assert text_of(forms.line).endswith("晋升流程评分表")


def test_the_sheet_follows_from_criteria_and_panel(elder: Handbook) -> None:
    found = shown(elder, "score_sheet", "promotion")
    (sheet,) = (one for one in every(found, Section) if one.tone == "form")
    assert headings((sheet,), 3) == ["被评审人", "评分", "结果", "签字"]
    (table,) = every(sheet, Table)
    assert cells(table) == [
        ["关怀老人及家属", "40%", "", ""],
        ["养老服务知识", "30%", "", ""],
        ["带教与协作", "30%", "", ""],
        ["合计", "100%", "", ""],
    ]
    signed = [fact for fact in every(sheet, Fact) if fact.tone == "form__signature"]
    assert len(signed) == 5
    assert max(len(facts.rows) for facts in every(sheet, Facts)) == 2
    assert names(sheet)["结论"].split() == ["□", "通过", "□", "未通过"]
    assert "到场人数" in names(sheet)
    assert len(list(every(found, Button))) == 1


def test_without_a_panel_one_signs_and_nobody_votes(elder: Handbook) -> None:
    found = shown(with_interview(elder, panel=None), "score_sheet", "promotion")
    assert len([fact for fact in every(found, Fact) if fact.tone == "form__signature"]) == 1
    assert "同意票数" not in names(found)


def test_a_process_without_scores_has_no_sheet(elder: Handbook) -> None:
    assert score_sheets(elder, "transfer") == ()
    assert not list(every(shown(elder, "score_sheet", "transfer"), Button))


@pytest.mark.parametrize(("size", "lines"), [(None, 3), (2, 2), (40, MOST_SIGNATURES)])
def test_as_many_sign_as_sit_on_the_panel_and_fit_on_the_sheet(
    elder: Handbook, size: int | None, lines: int
) -> None:
    (sheet,) = score_sheets(valued(elder, interview_panel_size=size), "promotion")
    assert sheet.signatures == lines
