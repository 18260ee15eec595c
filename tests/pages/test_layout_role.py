"""What stands where on a role's page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tree import every, headings, marked, pages

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.pages.blocks import (
    Blocks,
    Data,
    Entry,
    Fact,
    Fold,
    Heading,
    Item,
    Link,
    Listing,
    Paragraph,
    Pattern,
    Section,
    text_of,
)
from handbook.pages.layout.comparison import comparison_page
from handbook.pages.layout.role import role_page
from handbook.pages.views.comparison import comparison_view
from handbook.pages.views.role import role_view
from handbook.pages.writer import Writer
from handbook.reading.library import load


def page(book: Handbook, role: str) -> Blocks:
    return role_page(Writer(book, "zh"), role_view(book, role, "zh"))


def test_the_jump_list_names_the_headings_of_the_page(book: Handbook) -> None:
    for role in book.roles:
        blocks = page(book, role)
        ids = [one.id for one in every(blocks, Heading) if one.level == 2]
        assert ids == [name for name, _ in role_view(book, role, "zh").sections]


def test_a_career_path_stands_among_the_facts_and_in_a_box(book: Handbook) -> None:
    blocks = page(book, "junior")
    (wide,) = (fact for fact in every(blocks, Fact) if fact.tone == "facts__wide")
    assert text_of(wide.name) == "晋升 → 高级客服"
    assert pages(wide.name) == ["compare/junior--senior/"]
    assert text_of(wide.line).startswith("在现岗位满 2 年；")
    (card,) = (one for one in every(blocks, Section) if one.tone == "card next")
    assert card.id == "promotion-senior"
    assert headings(card.blocks, 3)[0] == "高级客服"
    (steps,) = (one for one in every(blocks, Fold) if one.feature == "checklist")
    assert not steps.searched


def test_the_end_of_a_career_path_says_so(book: Handbook) -> None:
    blocks = page(book, "senior")
    assert not [one for one in every(blocks, Section) if one.tone == "card next"]
    assert "next" in [one.id for one in every(blocks, Heading)]


def test_other_programs_read_the_role_as_an_occupation(book: Handbook) -> None:
    (data,) = every(page(book, "junior"), Data)
    assert data.type == "application/ld+json"
    assert data.content["name"] == "初级客服"


def test_each_demand_is_a_box_to_tick(book: Handbook) -> None:
    blocks = page(book, "junior")
    (found,) = (one for one in every(blocks, Fold) if one.feature == "checklist")
    items = marked(found, Item, "item")
    assert list(items) == ["satisfaction", "patience-2", "path.tenure"]
    ticks = [entry for item in items.values() for entry in every(item, Entry)]
    assert [tick.type for tick in ticks] == ["tick"] * 3
    assert [text_of(tick.label) for tick in ticks][1] == "在压力下仍能耐心倾听 要求提高"
    assert dict(found.marks)["key"] == "acme/junior--senior.promotion"
    assert list(marked(found, Pattern, "mark")) == ["changed", "added"]
    kept = [one for one in every(found, Section) if ("with", "") in one.marks]
    assert kept
    assert all(one.hidden for one in kept)


def test_training_and_pay_stand_side_by_side(book: Handbook) -> None:
    view, w = role_view(book, "senior", "zh"), Writer(book, "zh")
    texts = (view.role.summary,)
    for changes, titles in (
        ({"training": texts, "pay": texts}, ["培训", "薪酬"]),
        ({"pay": texts}, ["薪酬"]),
    ):
        role = view.role.model_copy(update=changes)
        blocks = role_page(w, replace(view, role=role))
        (columns,) = (one for one in every(blocks, Section) if one.tone == "columns")
        assert headings(columns.blocks, 3) == titles


def test_a_demand_shows_its_level_and_its_certificate(data: Path) -> None:
    (data / "competencies.yml").write_text(
        "- id: hearing\n  name: 倾听\n"
        "  levels: [{id: basic, name: 基本}, {id: expert, name: 精通}]\n",
        encoding="utf-8",
    )
    path = data / "requirements.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace(
        "id: patience-1\n",
        "id: patience-1\n  competency: hearing\n  level: basic\n"
        "  certificate: {issuer: 人社局, level: 中级, valid_for: tenure_junior}\n",
    ).replace("id: patience-2\n", "id: patience-2\n  level: expert\n")
    path.write_text(text, encoding="utf-8")
    books, problems = check_companies(load(data), ["acme"])
    assert problems == ()
    book, w = books["acme"], Writer(books["acme"], "zh")
    listing, *_ = (
        one for one in every(page(book, "junior"), Listing) if one.tone == "requirements"
    )
    notes = [text_of(one.line) for one in every(listing.items[0].blocks, Paragraph)]
    assert notes == ["熟练程度：基本", "证书：颁发机构 人社局，级别 中级，有效期 2 年"]
    ticked = next(one for one in every(page(book, "junior"), Fold) if one.feature == "checklist")
    assert "熟练程度：精通" in [text_of(one.line) for one in every(ticked.blocks, Paragraph)]
    shown = comparison_page(w, comparison_view(book, "junior", "senior"))
    sides = [
        [text_of(one.line) for one in every(section.blocks, Paragraph)][1]
        for section in every(shown, Section)
        if section.tone in ("pair__before", "pair__after") and section.blocks
    ]
    assert sides[-2:] == [f"倾听 · {notes[0]} · {notes[1]}", "倾听 · 熟练程度：精通"]
    assert "competency-hearing" in pages_and_anchors(page(book, "junior"))


def pages_and_anchors(blocks: Blocks) -> set[str]:
    return {link.to.anchor for link in every(blocks, Link)}
