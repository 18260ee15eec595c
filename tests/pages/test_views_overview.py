"""The pages that look at everything: careers, glossary, values; and which forms a process needs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.company.wording import plain_text
from handbook.pages.addresses import PAGE_FOLDERS
from handbook.pages.views.careers import careers_view
from handbook.pages.views.form import form_view
from handbook.pages.views.glossary import glossary_view
from handbook.pages.views.process import forms_of, process_view
from handbook.pages.views.values import Neighbour, ValueRow, pages_that_show, value_groups
from handbook.reading.library import load


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def sound(data: Path, company: str = "acme", *, draft: bool | None = None) -> Handbook:
    books, problems = check_companies(load(data), [company], draft=draft)
    assert problems == ()
    return books[company]


# —— careers ——


def test_each_way_on_has_a_row_with_its_numbers(book: Handbook) -> None:
    view = careers_view(book, "zh")
    (family,) = view.families
    assert family.family.id == "service"
    assert [role.id for role in family.roles] == ["junior", "lead", "night", "senior"]
    assert [(way.role.id, way.path.tenure, way.target.id) for way in family.paths] == [
        ("junior", "tenure_junior", "senior"),
        ("lead", "tenure_junior", "senior"),
    ]
    (threshold,) = family.paths[0].thresholds
    assert (threshold.metric.zh, threshold.label, threshold.parameter) == (
        "客户满意度评分", "measure.at-least", "csat_score",
    )  # fmt: skip


def test_a_demand_of_the_way_the_process_and_the_role_counts_once(data: Path) -> None:
    change(data / "processes/promotion.yml", "steps:", "requirements: [satisfaction]\nsteps:")
    change(data / "roles/senior.yml", "[patience-2]", "[satisfaction, quick]")
    change(
        data / "requirements.yml", "- id: satisfaction",
        "- {id: quick, category: performance, text: 快,"
        " measure: {metric: speed, at_most: answer_minutes}}\n- id: satisfaction",
    )  # fmt: skip
    with (data / "metrics.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: speed, name: 速度, meaning: 快慢, better: lower, unit: 分钟}\n")
    (family,) = careers_view(sound(data), "zh").families
    assert [(t.label, t.parameter) for t in family.paths[0].thresholds] == [
        ("measure.at-least", "csat_score"),
        ("measure.at-most", "answer_minutes"),
    ]


def test_all_families_are_in_one_picture(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        view = careers_view(book, "zh")
        assert [f.family.id for f in view.families] == [
            f for f, roles in book.ladders.items() if roles
        ]
        shown = {box.target for box in view.chart.boxes}
        assert shown == {("role", str(role)) for role in book.roles}
        assert len({box.lane for box in view.chart.boxes}) == len(view.families)
        ways = [(way.role.id, way.target.id) for f in view.families for way in f.paths]
        expected = [(r.id, p.to) for r in book.roles.values() for p in r.paths]
        assert sorted(ways) == sorted(expected)
        assert len(view.chart.arrows) == len(expected)
        ids = [box.id for box in view.chart.boxes]
        assert len(set(ids)) == len(ids)


# —— glossary ——


def test_terms_and_metrics_stand_by_name(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        view = glossary_view(book, "zh")
        assert {str(t.id) for t in view.terms} == set(book.terms)
        assert {str(m.id) for m in view.metrics} == set(book.metrics)
        names = [term.name.zh for term in view.terms]
        assert names == sorted(names)
        assert view.terms
        assert view.metrics


# —— values ——


def rows(book: Handbook, others: dict[str, Handbook]) -> dict[str, ValueRow]:
    neighbours = {
        name: Neighbour(
            plain_text(other.company.short_name, other, "zh"), other.values, frozenset()
        )
        for name, other in others.items()
    }
    return {
        str(row.parameter.id): row
        for group in value_groups(book, neighbours, "zh")
        for row in group.rows
    }


@pytest.fixture
def two(data: Path) -> dict[str, Handbook]:
    """acme with two values open, and another company with all of them."""
    own = data / "companies" / "acme" / "company.yml"
    other = own.read_text().replace("id: acme", "id: beta").replace("示例公司", "另一公司")
    other = other.replace("apply_days: 5", "apply_days: 7")
    (data / "companies" / "beta").mkdir()
    (data / "companies" / "beta" / "company.yml").write_text(other)
    change(own, "apply_days: 5", "apply_days:")
    change(own, "service_phone: 400-000-0002", "service_phone:")
    return {c: sound(data, c, draft=c == "acme") for c in ("acme", "beta")}


def test_open_values_come_first_and_each_parameter_once(two: dict[str, Handbook]) -> None:
    groups = value_groups(two["acme"], {}, "zh")
    assert [group.name for group in groups] == [None, "晋升", "流程", "服务", "制度"]
    assert [row.parameter.id for row in groups[0].rows] == ["apply_days", "service_phone"]
    every = [str(row.parameter.id) for group in groups for row in group.rows]
    assert len(set(every)) == len(every) == 13
    assert "company_name" not in every
    assert [g.name for g in value_groups(two["beta"], {}, "zh")] == ["晋升", "流程", "服务", "制度"]


def test_a_row_holds_bounds_and_the_others_values(two: dict[str, Handbook]) -> None:
    found = rows(two["acme"], {"beta": two["beta"]})
    row = found["apply_days"]
    assert (row.low, row.high, row.others) == ("1", "20", (("另一公司", "7 个工作日"),))
    assert row.differs
    assert (found["csat_score"].others, found["csat_score"].differs) == (
        (("另一公司", "90 分"),), False,
    )  # fmt: skip
    assert (found["rules_version"].low, found["rules_version"].high) == (None, None)
    turned = rows(two["beta"], {"acme": two["acme"]})
    assert turned["apply_days"].others == ()
    assert not turned["apply_days"].differs


def test_only_a_law_that_the_company_follows_limits_a_value(
    filled_books: dict[str, Handbook],
) -> None:
    book = filled_books["xingqiao-retail"]
    limited = {name for name, row in rows(book, {}).items() if row.limited_by_law}
    assert limited == {str(p.id) for p in book.parameters.values() if p.legal is not None} != set()
    free = replace(book, company=book.company.model_copy(update={"laws": ()}))
    assert not any(row.limited_by_law for row in rows(free, {}).values())


def test_pages_that_show_a_value_are_found_through_parts(book: Handbook) -> None:
    assert set(pages_that_show(book, ("parameter", "answer_minutes"))) == {
        ("role", "junior"), ("role", "lead"), ("role", "night"), ("role", "senior"),
        ("department", "service-desk"),
    }  # fmt: skip
    assert set(pages_that_show(book, ("parameter", "apply_days"))) == {("process", "promotion")}
    assert pages_that_show(book, ("parameter", "csat_full_score")) == pages_that_show(
        book, ("parameter", "csat_score")
    )
    assert pages_that_show(book, ("parameter", "nothing")) == ()


def test_every_value_of_the_real_companies_is_shown_somewhere(
    filled_books: dict[str, Handbook],
) -> None:
    for company, book in filled_books.items():
        others = {c: b for c, b in filled_books.items() if c != company}
        found = rows(book, others)
        own = {i for i in book.parameters if i not in ("company_name", "company_short_name")}
        assert set(found) == own
        for row in found.values():
            assert {kind for kind, _ in row.uses} <= set(PAGE_FOLDERS)
            assert len(row.others) <= 2
        assert any(row.differs for row in found.values())


# —— forms ——


def test_forms_that_an_action_links_are_needed_too(data: Path) -> None:
    for name in ("report", "receipt"):
        text = (data / "forms" / "application.yml").read_text()
        (data / "forms" / f"{name}.yml").write_text(
            text.replace("id: application", f"id: {name}").replace("申请表", name)
        )
    change(
        data / "processes/promotion.yml", "    form: application\n",
        "    form: application\n    actions:\n"
        "      - 填写[[form:application]]，附**[[form:report|报告]]**\n"
        '      - {zh: 收好, en: "Keep [[form:receipt]]"}\n      - 问[[role:senior]]\n',
    )  # fmt: skip
    book = sound(data)
    assert forms_of(book.processes["promotion"]) == ("application", "report", "receipt")
    assert process_view(book, "promotion", "zh").forms == ("application", "report", "receipt")
    assert [use.process.id for use in form_view(book, "report").uses] == ["promotion"]


def test_a_form_that_only_a_note_names_is_not_needed(data: Path) -> None:
    text = (data / "forms" / "application.yml").read_text()
    (data / "forms" / "other.yml").write_text(
        text.replace("id: application", "id: other").replace("申请表", "另一张表")
    )
    change(data / "processes/promotion.yml", "ends:", "notes: [见[[form:other]]]\nends:".replace(
        "[见[[form:other]]]", '["见[[form:other]]"]'))  # fmt: skip
    book = sound(data)
    assert forms_of(book.processes["promotion"]) == ("application",)
    assert form_view(book, "other").uses == ()
