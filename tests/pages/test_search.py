"""What the search knows beforehand: names, words, spellings, answers, texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.company.book import Handbook
from handbook.engines.mkdocs import search_index as index
from handbook.pages.addresses import GLOSSARY
from handbook.pages.listing import Page, pages_of
from handbook.pages.search import lexicon, spelling
from handbook.pages.search.answers import Answer, answers
from handbook.pages.search.language import language
from handbook.pages.search.names import mention, numberless, page_names, part_keys, word_groups
from handbook.pages.search.texts import lines_of

RETAIL = "xingqiao-retail"


def text_of(entry: dict[str, Any], lines: list[str]) -> str:
    """An entry's whole text, as the worker puts it together."""
    return " ".join(lines[number] for number in entry["lines"])


def page_of(book: Handbook, path: str) -> Page:
    return next(page for page in pages_of(book, "zh") if page.path == path)


def test_a_page_has_the_names_of_its_thing(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    names = page_names(book, pages_of(book, "zh"), "zh")
    director = names["roles/service-director/index.html"]
    assert (director.kind, director.names[0]) == ("role", "客服总监")
    assert set(book.roles["service-director"].also_called) < set(director.names)
    assert names["glossary/index.html"].kind == "glossary"


def test_parts_are_about_their_topics_and_their_data(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    role = page_of(book, "roles/service-director/index.md")
    assert {"转正", "试用期"} <= set(part_keys(book, role, "confirmation", "zh"))
    first = book.duties[book.roles["service-director"].duties[0]]
    assert {"职责", first.area.zh, first.text.zh} <= set(part_keys(book, role, "duties", "zh"))
    steps = part_keys(book, page_of(book, "processes/promotion/index.md"), "steps", "zh")
    assert {step.name.zh for step in book.processes["promotion"].steps} <= set(steps)
    glossary = page_of(book, GLOSSARY)
    assert "AHT" in part_keys(book, glossary, "metric-handling-time", "zh")
    assert part_keys(book, glossary, "terms", "zh") == ()


def test_what_only_repeats_another_page_says_less(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    role = page_of(book, "roles/junior-agent/index.md")
    assert mention(book, role, "next") < mention(book, role, "requirements") == 1.0
    assert mention(book, role, "duties") > 1.0
    policy = page_of(book, "policies/promotion-policy/index.md")
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
            "text": "提交转正申请",
        },
        {"title": "说明", "keys": ["流程"], "text": "提交 CRM 记录"},
    ]
    lines = [entry["text"] for entry in docs]
    groups = [(("转正", "转正流程"), ("手续",))]
    titles, others, matters, used = lexicon.words(docs, lines, groups)
    assert (titles, others) == (["转正流程"], ["试用期转正"])
    assert {"转正", "手续", "流程"} <= set(matters)
    assert {"提交", "CRM"} <= set(used)
    together = [*titles, *others, *matters, *used]
    assert len(together) == len(set(together))


def test_a_chapter_is_also_called_without_its_number(filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    policy = page_of(book, "policies/promotion-policy/index.md")
    chapter = book.policies["promotion-policy"].chapters[0]
    assert numberless(book, policy, f"chapter-{chapter.id}", "zh") == chapter.name.zh
    assert numberless(book, policy, "sources", "zh") is None
    assert numberless(book, page_of(book, GLOSSARY), "terms", "zh") is None


def test_a_repeated_line_is_kept_once_and_nothing_is_lost() -> None:
    texts = ["客服主管 满 5 个工作日 回复", "回复 客服主管", ""]
    docs: list[dict[str, Any]] = [{"text": text} for text in texts]
    lines = lines_of(docs)
    assert lines == ["客服主管", "满 5 个工作日", "回复"]
    assert [text_of(entry, lines) for entry in docs] == texts


def test_index_holds_text_and_no_markup(tmp_path: Path, filled_books: dict[str, Handbook]) -> None:
    book = filled_books[RETAIL]
    path = tmp_path / "search_index.json"
    entry = {
        "location": "roles/manager/index.html",
        "title": "客服经理",
        "text": "<p>甲&lt;乙 <strong>5 天</strong> ，丙</p>",
    }
    path.write_text(json.dumps({"config": {}, "docs": [entry]}), encoding="utf-8")
    index.finish(path, book, pages_of(book, "zh"), "zh")
    written = json.loads(path.read_text(encoding="utf-8"))
    knowledge = written["config"]["handbook"]
    assert text_of(written["docs"][0], knowledge["lines"]) == "甲<乙 5 天，丙"
    assert written["docs"][0]["kind"] == "role"
    assert knowledge["kinds"] == {"role": "岗位"}
    assert all(written["docs"][a[0]]["location"] == entry["location"] for a in knowledge["answers"])


def test_how_people_ask_is_words_only() -> None:
    known = language()
    asked = [word for words in known.questions.values() for word in words]
    assert all(isinstance(word, str) for word in (*asked, *known.silent))
    assert set(known.topics) <= set(known.weights)
