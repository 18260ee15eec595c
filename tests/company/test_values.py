"""Values: their types, bounds and how they are written."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

from handbook.company.values import (
    Value,
    Valued,
    broken_bounds,
    normal,
    out_of_bounds,
    wrong_type,
)
from handbook.model import Parameter
from handbook.model.parameter_type import TYPES, ParameterType
from handbook.pages.search.language import language
from handbook.words.text import Text


def test_every_type_is_told_about() -> None:
    assert tuple(TYPES) == get_args(ParameterType)
    assert {question for about in TYPES.values() for question in about.asked} == set(
        language().questions
    ) - {"who"}  # no value is somebody


def parameter(kind: str, **fields: object) -> Parameter:
    return Parameter.model_validate(
        {"id": "x", "name": "参数", "type": kind, "meaning": "意思", "group": "组", **fields}
    )


@pytest.mark.parametrize(
    ("kind", "fields", "raw", "zh", "en"),
    [
        ("score", {}, 90, "90 分", "90 points"),
        ("score", {"unit": {"zh": "星", "en": "stars"}}, 4.5, "4.5 星", "4.5 stars"),
        ("percentage", {}, 12.5, "12.5%", "12.5%"),
        ("count", {}, 1, "1 次", "once"),
        ("months", {}, 1, "1 个月", "1 month"),
        ("months", {}, 1.0, "1 个月", "1 month"),
        ("working_days", {}, 3, "3 个工作日", "3 working days"),
        ("count", {}, 1200, "1,200 次", "1,200 times"),
        ("month_of_year", {}, 1, "1 月", "January"),
        ("month_of_year", {}, 12.0, "12 月", "December"),
        ("month_of_year", {}, 13, "13 月", "13"),
        ("money", {}, 12000, "12,000 元", "CNY 12,000"),
        ("date", {}, date(2026, 1, 4), "2026 年 1 月 4 日", "2026-01-04"),
        ("text", {}, "<b>", "<b>", "<b>"),
        ("text", {}, Text("甲", (("en", "A"),)), "甲", "A"),
        ("days", {}, 0, "0 天", "0 days"),
        ("days", {}, None, "待填写：参数", "To be filled in: 参数"),
    ],
)  # fmt: skip
def test_written_with_its_unit(
    kind: str, fields: dict[str, object], raw: object, zh: str, en: str
) -> None:
    value = Value(parameter(kind, **fields), raw)  # type: ignore[arg-type]
    assert (value.text("zh"), value.text("en")) == (zh, en)
    assert [Valued(value).say(lang) for lang in ("zh", "en")] == [zh, en]


@pytest.mark.parametrize(
    ("kind", "raw", "wrong"),
    [
        ("count", 1.5, True), ("count", 2.0, False), ("count", "1", True), ("count", True, True),
        ("count", [1], True), ("score", 1.5, False), ("date", date(2026, 1, 1), False),
        ("date", "2026-01-01", True), ("text", "", True), ("text", "a" * 501, True),
        ("text", 5, True), ("text", date(2026, 1, 1), True), ("phone", "400-800-1234", False),
        ("phone", "+86 10 1234567", False), ("phone", "(010) 12345678", False),
        ("phone", "010-1234567转8", False), ("phone", "tel:1", True), ("phone", "12345\n6", True),
        ("email", "hr@example.com", False), ("email", "hr@example", True),
        ("email", "a b@c.de", True), ("email", 'x"@c.de', True), ("email", "<a@b.cd>", True),
    ],
)  # fmt: skip
def test_type(kind: str, raw: object, wrong: bool) -> None:
    assert wrong_type(parameter(kind), raw) is wrong


@pytest.mark.parametrize(
    ("kind", "fields", "raw", "out"),
    [
        ("percentage", {}, 100, False), ("percentage", {}, 100.1, True),
        ("percentage", {"max": 150}, 120, False), ("percentage", {}, -1, True),
        ("days", {"min": 3, "max": 5}, 2, True), ("days", {"min": 3, "max": 5}, 5, False),
        ("month_of_year", {}, 13, True), ("month_of_year", {}, 0, True),
        ("text", {}, "abc", False), ("money", {}, 10**14, False),
    ],
)  # fmt: skip
def test_bounds(kind: str, fields: dict[str, object], raw: object, out: bool) -> None:
    assert out_of_bounds(parameter(kind, **fields), raw) is out


@pytest.mark.parametrize(
    ("kind", "fields", "raw", "broken"),
    [
        ("days", {}, 36_500, None),
        ("days", {}, 36_501, (0, 36_500)),
        ("working_days", {"max": 10**12}, 10**11, (0, 36_500)),
        ("months", {"min": 1, "max": 24}, 10**9, (1, 24)),
        ("years", {}, 100.5, (0, 100)),
        ("month_of_year", {"min": 0, "max": 20}, 15, (1, 12)),
        ("month_of_year", {"min": 0, "max": 20}, 0, (1, 12)),
        ("money", {}, 10**12, None),
        ("count", {}, -1, (0, None)),
    ],
)
def test_nothing_is_counted_beyond_the_calendar(
    kind: str, fields: dict[str, object], raw: float, broken: object
) -> None:
    """Whatever bounds somebody gave: the arithmetic of dates would end in a traceback."""
    assert broken_bounds(parameter(kind, **fields), raw) == broken


@pytest.mark.parametrize(
    ("raw", "same"), [(20.0, 20), (-0.0, 0), (2.5, 2.5), ("20.0", "20.0"), (True, True)]
)
def test_a_number_has_one_form(raw: Any, same: object) -> None:
    found = normal(raw)
    assert found == same
    assert type(found) is type(same)
