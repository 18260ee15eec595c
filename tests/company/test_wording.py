"""Names and values of the data as facts of messages: each in the language asked for."""

from __future__ import annotations

from dataclasses import replace

from handbook.company.book import Handbook
from handbook.company.values import Value, Valued
from handbook.company.wording import Named, Wording, name_of, plain_text
from handbook.model import Parameter
from handbook.words.problem import Place, Problem, in_order
from handbook.words.text import Text

NAME = Text("满 ${time} 转正", (("en", "Confirmed after ${time}"),))

NAMES = (("role", "lead"), ("actor", "greeting"), ("actor", "lead"), ("duty", "answer-calls"))


def with_value(book: Handbook, raw: int) -> Handbook:
    parameter = Parameter.model_validate(
        {"id": "time", "name": "时间", "type": "months", "meaning": "意思", "group": "组"}
    )
    return replace(book, values={**book.values, "time": Value(parameter, raw)})


def problem(book: Handbook) -> Problem:
    facts = {
        "name": Wording(NAME, book), "actor": Named(book, "actor", "nobody"),
        "value": Valued(book.values["time"]),
    }  # fmt: skip
    return Problem("HB507", Place("a.yml"), facts)


def test_a_message_names_things_in_its_language(book: Handbook) -> None:
    told = problem(with_value(book, 3))
    assert "满 3 个月 转正" in told.message("zh")
    assert "Confirmed after 3 months" in told.message("en")
    assert not {"满", "月"} & set(told.message("en"))


def test_what_has_no_name_is_called_by_its_id(book: Handbook) -> None:
    called = [Named(book, kind, identity).say("zh") for kind, identity in NAMES]
    assert called == ["客服组长", "greeting", "lead", "answer-calls"]


def test_a_name_has_its_values_in_its_language_and_follows_no_link(book: Handbook) -> None:
    name = Text("满 ${time} 的[[role:lead]]", (("en", "${time} [[role:lead]]"),))
    lead = book.roles["lead"].model_copy(update={"name": name})
    looped = with_value(replace(book, things={**book.things, ("role", "lead"): lead}), 3)
    assert name_of(looped, "role", "lead", "zh") == "满 3 个月 的lead"
    assert name_of(looped, "role", "lead", "en") == "3 months lead"
    assert plain_text(Text("去[[role:lead]]"), looped, "zh") == "去满 3 个月 的lead"


def test_companies_that_share_a_thing_have_one_finding(book: Handbook) -> None:
    one, same, other = (problem(with_value(book, raw)) for raw in (3, 3, 6))
    assert one.key == same.key
    assert one == same
    assert len(in_order([one, same, other])) == 2
    assert hash(one.facts["name"]) == hash(same.facts["name"])


def test_a_long_text_is_cut(book: Handbook) -> None:
    cut = Wording(Text("一二三四五", (("en", "abcde"),)), book, most=3)
    assert (cut.say("zh"), cut.say("en")) == ("一二三", "abc")
