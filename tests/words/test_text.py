"""Text of the data: no character is lost and nothing is taken for markup that is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from languages import Speak
from pydantic import BaseModel, ValidationError

from handbook.words.catalogue import languages
from handbook.words.text import Bold, Link, ParameterPlace, Text, Words, flatten, pieces_of

MARKS = st.lists(
    st.sampled_from(
        [*"a年 \n$\\", "${", "}", "$${", "[[", "]]", "|", "**", "*", "role:", "x-1", ":"]
    ),
    max_size=20,
).map("".join)


def shown(text: str) -> str:
    """What is left for a reader, whatever it is filled in with."""
    parts = []
    for piece in flatten(pieces_of(text)):
        if isinstance(piece, Words):
            parts.append(piece.text)
        elif isinstance(piece, ParameterPlace):
            parts.append(piece.id)
        else:
            parts.append(f"{piece.kind}{piece.id}{piece.label or ''}")
    return "".join(parts)


def without_marks(text: str) -> str:
    return re.sub(r"[\s${}\[\]|*:：]", "", text)


@given(st.one_of(st.text(), MARKS))
@example("**a **b** c**")
@example("[[role:x|**y**]]")
@example("${a\n}")
def test_no_character_is_lost_but_markup(text: str) -> None:
    assert without_marks(shown(text)) == without_marks(text)


@given(st.text(st.characters(exclude_characters="$*[", exclude_categories=["Cs"]), min_size=1))
def test_text_without_markup_is_shown_as_typed(text: str) -> None:
    assert pieces_of(text) == (Words(text),)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("满 ${months}后", (Words("满 "), ParameterPlace("months"), Words("后"))),
        ("写作 $${months}", (Words("写作 ${months}"),)),
        ("[[role:a-b]]", (Link("role", "a-b", None),)),
        ("[[role:a|甲|乙]]", (Link("role", "a", "甲|乙"),)),
        ("**重${n}要**", (Bold((Words("重"), ParameterPlace("n"), Words("要"))),)),
        ("${ a }", (ParameterPlace("a"),)),
        ("${a", (ParameterPlace("a", closed=False),)),
        ("{{ a }} {% b %}", (Words("{{ a }} {% b %}"),)),
        ("a ** b", (Words("a ** b"),)),
        ("[[Role:a]]", (Link("role", "a", None),)),
        ("[[ role：a |甲]]", (Link("role", "a", "甲"),)),
        ("[[a]]", (Words("[[a]]"),)),
        ("[[role:a|]]", (Words("[[role:a|]]"),)),
        ("[a](javascript:b)", (Words("[a](javascript:b)"),)),
        ("", ()),
    ],
)
def test_markup(text: str, pieces: tuple[object, ...]) -> None:
    assert pieces_of(text) == pieces


class Sample(BaseModel):
    text: Text


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (5, "text_type"), (True, "text_type"), (["a"], "text_type"), (None, "text_type"),
        ("", "text_empty"), (" \n", "text_empty"), ("a" * 4001, "text_long"),
        ({"zh": "a", "qq": "b"}, "text_language"), ({"en": "a"}, "text_chinese"),
        ({}, "text_chinese"), ({"zh": 5}, "text_type"), ({"zh": "a", "en": 5}, "text_type"),
        ({"zh": "a", "en": ""}, "text_empty"),
    ],
)  # fmt: skip
def test_refuses(value: object, kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({"text": value})
    assert [error["type"] for error in caught.value.errors()] == [kind]


def test_another_language_falls_back_to_chinese() -> None:
    both = Sample.model_validate({"text": {"zh": " 甲 ", "en": "A"}}).text
    assert (both.typed("zh"), both.typed("en")) == ("甲", "A")
    assert Sample.model_validate({"text": "甲"}).text.typed("en") == "甲"


def test_a_language_is_one_that_has_a_folder(speak: Speak) -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"text": {"zh": "甲", "qq": "A"}})
    speak("qq", {})
    text = Sample.model_validate({"text": {"qq": " Ä ${n}", "zh": "甲"}}).text
    assert [text.typed(lang) for lang in ("zh", "en", "qq")] == ["甲", "甲", "Ä ${n}"]
    assert (text.all_typed, text.parameters()) == (("甲", "Ä ${n}"), ("n",))
    assert hash(text) == hash(Text("甲", (("qq", "Ä ${n}"),)))
    by_language = Sample.model_json_schema()["properties"]["text"]["anyOf"][1]["properties"]
    assert tuple(by_language) == languages()
    assert "qq" in by_language
