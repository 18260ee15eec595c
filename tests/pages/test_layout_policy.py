"""What stands where on the page of a policy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tree import every, headings, pages

from handbook.company.book import Handbook
from handbook.model.policy import Version
from handbook.pages.blocks import Blocks, Fact, Figure, Section, Table, Toned, text_of
from handbook.pages.layout.policy import policy_page
from handbook.pages.layout.shown import shown
from handbook.pages.views.lists import by_area, by_competency
from handbook.pages.views.policy import PolicyView, RolePart, ShownPart, policy_view
from handbook.pages.views.process import step_rows
from handbook.pages.writer import Writer


@pytest.fixture
def view(book: Handbook) -> PolicyView:
    return policy_view(book, "promotion-rules", "zh")


def below(book: Handbook, part: ShownPart) -> Blocks:
    return tuple(shown(Writer(book, "zh"), part, "chart-a-b"))


@pytest.mark.parametrize(
    ("lang", "chapter", "article"),
    [("zh", "第一章 总则", "第二条"), ("en", "Chapter 1 总则", "Article 2")],
)
def test_chapters_and_articles_are_numbered_as_the_language_does(
    book: Handbook, view: PolicyView, lang: str, chapter: str, article: str
) -> None:
    blocks = policy_page(Writer(book, lang), view)
    assert chapter in headings(blocks, 2)
    numbers = [one for one in every(blocks, Toned) if one.tone == "article__number"]
    assert text_of(numbers[1].line).strip() == article


def test_links_reach_each_article_and_the_chart_that_it_shows(
    book: Handbook, view: PolicyView
) -> None:
    blocks = policy_page(Writer(book, "zh"), view)
    articles = [one for one in every(blocks, Section) if one.tone == "article"]
    assert [one.id for one in articles] == ["article-general-ladder", "article-general-steps"]
    assert [figure.id for figure in every(articles[1], Figure)] == ["chart-general-steps"]


def test_without_principles_and_history_nothing_is_said_of_them(
    book: Handbook, view: PolicyView
) -> None:
    w = Writer(book, "zh")
    blocks = policy_page(w, view)
    assert w.say("policy.principles") not in headings(blocks, 2)
    assert len(list(every(blocks, Table))) == 1  # the levels of the first article


def test_former_versions_stand_in_a_table_at_the_end(book: Handbook, view: PolicyView) -> None:
    version = Version(id="0.9", on=date(2026, 1, 5), changes="首次发布")
    told = view.policy.model_copy(update={"history": (version,)})
    *_, table = every(policy_page(Writer(book, "zh"), replace(view, policy=told)), Table)
    assert [text_of(cell.line) for cell in table.rows[0].cells] == [
        "0.9", "2026 年 1 月 5 日", "首次发布",
    ]  # fmt: skip


def test_the_days_of_its_adoption_are_the_companys_own(book: Handbook, view: PolicyView) -> None:
    w = Writer(book, "zh")
    facts = {text_of(f.name): text_of(f.line) for f in every(policy_page(w, view), Fact)}
    assert facts[w.say("policy.announced")] == "2026 年 11 月 16 日"
    assert facts[w.say("policy.review")] == "2027 年 12 月 1 日"


def test_an_article_shows_the_levels_of_a_family(book: Handbook) -> None:
    (table,) = every(below(book, ShownPart(levels=book.ladders["service"])), Table)
    assert [text_of(row.cells[0].line) for row in table.rows] == ["1", "1", "2", "2"]
    assert pages(table.rows[0].cells[1]) == ["roles/junior/"]


def test_an_article_shows_the_steps_of_a_process_and_leads_to_it(book: Handbook) -> None:
    process = book.processes["promotion"]
    table, see = below(book, ShownPart(process=process, steps=step_rows(process)))
    assert isinstance(table, Table)
    assert [[text_of(cell.line) for cell in row.cells] for row in table.rows] == [
        ["1. 提交申请", "申请人", "5 个工作日", "晋升申请表"],
        ["2. 审批", "部门负责人", "5 个工作日", ""],
    ]
    assert pages(see) == ["processes/promotion/"]


def test_an_article_shows_what_roles_do_and_are_asked(book: Handbook) -> None:
    role = book.roles["junior"]
    part = RolePart(
        role,
        by_area(book.duties[duty] for duty in role.duties),
        by_competency(book, role.requirements),
    )
    blocks = below(book, ShownPart(roles=(part,)))
    assert headings(blocks, 3) == ["初级客服"]
    assert len(blocks) == 5


def test_an_article_shows_requirements_by_category(book: Handbook) -> None:
    asked = by_competency(book, ["patience-1", "satisfaction"])
    assert len(headings(below(book, ShownPart(requirements=asked)), 3)) == 2
