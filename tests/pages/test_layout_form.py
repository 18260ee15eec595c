"""What stands where on the page of a form; the rest is decided by the view."""

from __future__ import annotations

import pytest
from tree import every, headings, pages

from handbook.company.book import Handbook
from handbook.model.form import FormField
from handbook.pages.blocks import Blocks, Button, Fact, Link, Section, Toned, text_of
from handbook.pages.layout.form import form_page
from handbook.pages.views.form import Blank, FilledBy, FormView, form_view
from handbook.pages.writer import Writer


def page(book: Handbook, view: FormView | None = None) -> Blocks:
    return form_page(Writer(book, "zh"), view or form_view(book, "application"))


def sheet(blocks: Blocks) -> Section:
    return next(one for one in every(blocks, Section) if one.tone == "form")


def blank(book: Handbook, kind: str, *, dated: bool = False) -> Fact:
    field = FormField.model_validate({"id": "one", "label": "签字", "type": kind})
    part = FilledBy("employee", ((Blank(field, dated),),))
    (fact,) = every(sheet(page(book, FormView(book.forms["application"], (part,), ()))), Fact)
    return fact


def test_each_use_leads_to_the_step_at_which_it_is_handed_in(book: Handbook) -> None:
    used = next(fact for fact in every(page(book), Fact) if len(pages(fact)) > 1)
    assert pages(used) == ["processes/promotion/"] * 2
    assert [link.to.anchor for link in every(used, Link)] == ["", "step-apply"]


def test_the_sheet_names_company_form_and_edition(book: Handbook) -> None:
    first, name, *_, last = sheet(page(book)).blocks
    texts = [text_of(getattr(one, "line")) for one in (first, name, last)]  # noqa: B009
    assert texts == [
        "示例服务有限公司", "晋升申请表", "晋升申请表 · 手册版本 1.0 · 2026 年 12 月 1 日起生效",
    ]  # fmt: skip


def test_a_part_says_who_fills_it_in(book: Handbook) -> None:
    titles = headings((sheet(page(book)),), 3)
    assert len(titles) == 2
    assert "申请人" in titles[0]
    assert "部门负责人" in titles[1]


def test_choices_stand_beside_boxes_to_tick(book: Handbook) -> None:
    options = [one for one in every(sheet(page(book)), Toned) if one.tone == "option"]
    assert [text_of(one.line) for one in options] == ["□ 同意", "□ 不同意"]


@pytest.mark.parametrize(
    ("kind", "dated", "blanks"),
    [("line", False, 0), ("date", False, 3), ("signature", False, 1), ("signature", True, 4)],
)
def test_dates_and_signatures_have_lines_to_write_on(
    book: Handbook, kind: str, dated: bool, blanks: int
) -> None:
    fact = blank(book, kind, dated=dated)
    assert fact.tone == f"form__{kind}"
    assert len([one for one in every(fact, Toned) if one.tone == "blank"]) == blanks


def test_the_button_that_prints_is_shown_by_its_script(book: Handbook) -> None:
    buttons = next(one for one in every(page(book), Section) if one.feature == "form")
    assert buttons.hidden
    (button,) = every(buttons, Button)
    assert dict(button.marks) == {"print": ""}
