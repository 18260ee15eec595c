"""What the search knows beforehand: names, words, spellings, answers, texts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tree import every

from handbook.company.book import Handbook
from handbook.company.wording import plain_text
from handbook.pages.addresses import GLOSSARY
from handbook.pages.blocks import Section
from handbook.pages.listing import Page, pages_of
from handbook.pages.search import lexicon, spelling
from handbook.pages.search.answers import Answer, answers
from handbook.pages.search.knowledge import entries_of, knowledge
from handbook.pages.search.language import language
from handbook.pages.search.names import mention, numberless, page_names, part_keys, word_groups
from handbook.pages.search.page_text import Part, parts_of
from handbook.pages.search.texts import lines_of

RETAIL = "xingqiao-retail"


def page_of(book: Handbook, path: str) -> Page:
    return next(page for page in pages_of(book, "zh") if page.path == path)


def test_a_page_has_the_names_of_its_thing(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    names = page_names(book, pages_of(book, "zh"), "zh")
    director = names["roles/service-director/index.html"]
    assert (director.kind, director.names[0]) == ("role", "客服总监")
    assert set(book.roles["service-director"].also_called) < set(director.names)
    assert names["glossary/index.html"].kind == "glossary"


def test_ids_are_english_names_of_things(book: Handbook) -> None:
    pages = pages_of(book, "en")
    chinese, english = (page_names(book, pages, lang) for lang in ("zh", "en"))
    rules = "policies/promotion-rules/index.html"
    assert chinese[rules].names == ("晋升制度",)
    assert english[rules].names == ("晋升制度", "promotion rules")


def test_parts_are_about_their_topics_and_their_data(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    role = page_of(book, "roles/service-director/")
    assert {"转正", "试用期"} <= set(part_keys(book, role, "confirmation", "zh"))
    first = book.duties[book.roles["service-director"].duties[0]]
    assert {"职责", first.area.zh, first.text.zh} <= set(part_keys(book, role, "duties", "zh"))
    steps = part_keys(book, page_of(book, "processes/promotion/"), "steps", "zh")
    assert {step.name.zh for step in book.processes["promotion"].steps} <= set(steps)
    glossary = page_of(book, GLOSSARY)
    assert "AHT" in part_keys(book, glossary, "metric-handling-time", "zh")
    assert part_keys(book, glossary, "terms", "zh") == ()


def test_what_only_repeats_another_page_says_less(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    role = page_of(book, "roles/junior-agent/")
    assert mention(book, role, "next") < mention(book, role, "requirements") == 1.0
    assert mention(book, role, "duties") > 1.0
    policy = page_of(book, "policies/promotion-policy/")
    shown = mention(book, policy, "chapter-roles")
    assert shown < mention(book, policy, "chapter-pay") == 1.0


def test_synonyms_terms_and_metrics_are_groups_of_words(filled_books: dict[str, Handbook]) -> None:
    groups = dict(word_groups(filled_books[RETAIL], "zh"))
    rise = next(words for words in groups if "加薪" in words)
    assert "涨工资" in rise
    assert groups[rise] == ("薪酬",)
    assert any({"公示期", "公示"} <= set(words) for words in groups)
    assert any({"平均处理时长", "AHT"} <= set(words) for words in groups)


def test_answers_hold_the_value_and_stand_where_it_is_printed(
    filled_books: dict[str, Handbook],
) -> None:
    book = filled_books[RETAIL]
    found = answers(book, "zh")

    def about(parameter: str, question: str) -> list[Answer]:
        value = book.values[parameter]
        told = f"{value.parameter.name.zh}：{value.text('zh')}"
        return [a for a in found if told in a.about and question in a.questions]

    chapter = "policies/confirmation-policy/index.html#chapter-probation"
    assert chapter in {a.location for a in about("probation_months", "long")}
    assert all(
        book.values["publicity_days"].text("zh") in a.text for a in about("publicity_days", "long")
    )
    assert about("probation_pay_ratio", "much")
    assert about("promotion_month_first", "when")
    assert not about("probation_pay_ratio", "long")
    decided = [
        a for a in found if a.location == "processes/promotion/index.html" and "who" in a.questions
    ]
    assert any("公司管理层" in a.text for a in decided)
    assert not any("who" in a.questions and "long" in a.questions for a in found)
    assert about("tenure_junior", "years")
    assert not about("publicity_days", "years")


def test_items_of_an_article_answer_as_its_text_does(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        told = {answer.text for answer in answers(book, "zh")}
        articles = (a for p in book.policies.values() for c in p.chapters for a in c.articles)
        items = [item for article in articles for item in article.items if item.parameters()]
        assert items
        assert {plain_text(item, book, "zh") for item in items} <= told


def test_what_only_leads_on_is_not_found(filled_books: dict[str, Handbook]) -> None:
    for book in filled_books.values():
        sections = [s for page in pages_of(book, "zh", "hr") for s in every(page.view, Section)]
        leading = [section for section in sections if section.kind in ("jump", "foot")]
        assert {section.tone for section in leading} == {"jump", "compare-on", "foot"}
        assert parts_of("", tuple(leading)) == (Part("", "", ()),)


@pytest.mark.parametrize(
    ("character", "syllable"), [("转", "zhuan"), ("鉴", "jian"), ("女", "nv"), ("馆", "guan")]
)
def test_characters_are_read_also_where_no_text_has_them(character: str, syllable: str) -> None:
    assert character in spelling.syllables("转正")[syllable]


def test_a_word_is_read_as_a_whole() -> None:
    assert spelling.exceptions(["组长", "时长", "转正", "AHT", "AHT 时长"]) == {"时长": "shi chang"}


def test_traditional_characters_lead_to_ours() -> None:
    pairs = spelling.traditional("转正")
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert [table[c] for c in "轉總監訴"] == list("转总监诉")
    assert "正" not in table


def test_words_stand_in_one_level_only() -> None:
    docs: list[dict[str, Any]] = [
        {
            "title": "转正流程",
            "kind": "process",
            "names": ["试用期转正"],
            "keys": ["流程"],
            "lines": ["提交转正申请"],
        },
        {"title": "说明", "keys": ["流程"], "lines": ["提交 CRM 记录"]},
    ]
    lines = [line for entry in docs for line in entry["lines"]]
    groups = [(("转正", "转正流程"), ("手续",))]
    titles, others, matters, used = lexicon.words(docs, lines, groups)
    assert (titles, others) == (["转正流程"], ["试用期转正"])
    assert {"转正", "手续", "流程"} <= set(matters)
    assert {"提交", "CRM"} <= set(used)
    together = [*titles, *others, *matters, *used]
    assert len(together) == len(set(together))


def test_a_chapter_is_also_called_without_its_number(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    policy = page_of(book, "policies/promotion-policy/")
    chapter = book.policies["promotion-policy"].chapters[0]
    assert numberless(book, policy, f"chapter-{chapter.id}", "zh") == chapter.name.zh
    assert numberless(book, policy, "sources", "zh") is None
    assert numberless(book, page_of(book, GLOSSARY), "terms", "zh") is None


def test_a_repeated_line_is_kept_once_and_nothing_is_lost() -> None:
    texts = [["客服主管", "满 5 个工作日", "回复"], ["回复", "客服主管"], []]
    docs: list[dict[str, Any]] = [{"lines": list(lines)} for lines in texts]
    lines = lines_of(docs)
    assert lines == ["客服主管", "满 5 个工作日", "回复"]
    assert [[lines[number] for number in entry["lines"]] for entry in docs] == texts


def test_the_index_knows_each_part_of_each_page(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    pages = pages_of(book, "zh")
    docs = entries_of((page, page.words) for page in pages)
    known = knowledge(docs, book, pages, "zh")
    there = {entry["location"]: entry for entry in docs}
    role = there["roles/manager/index.html"]
    assert (role["kind"], role["title"]) == ("role", book.roles["manager"].name.zh)
    part = there["roles/manager/index.html#duties"]
    first = book.duties[book.roles["manager"].duties[0]]
    assert plain_text(first.text, book, "zh") in [known["lines"][n] for n in part["lines"]]
    assert all(docs[a[0]]["location"] in there for a in known["answers"])
    assert not any(page.linked_only for page in pages if page.address in there)


def test_the_search_shows_no_diagram_and_nothing_that_only_scripts_read(
    filled_books: dict[str, Handbook],
) -> None:
    for book in filled_books.values():
        for page in pages_of(book, "zh", "hr"):
            for part in page.words:
                for line in part.lines:
                    assert not re.search(r"flowchart T|accTitle|-->|[{}]\"|hb-", line), line


def test_how_people_ask_is_words_only() -> None:
    known = language()
    asked = [word for words in known.questions.values() for word in words]
    assert all(isinstance(word, str) for word in (*asked, *known.silent))
    assert set(known.topics) <= set(known.weights)
