"""Numbers, dates and counts in each language; an added language brings its own ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from languages import Speak

from handbook.words.catalogue import Count, say
from handbook.words.facts import Day, Listed
from handbook.words.figures import date_form, month_name, number, written_date

DAY = date(2026, 1, 4)


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_keep_every_digit(value: int) -> None:
    assert int(number(value, "zh").replace(",", "")) == value


@given(st.decimals(-(10**10), 10**10, places=4))
@example(Decimal("12345678901.5"))
@example(Decimal("0.00001"))
@example(Decimal("0.1"))
@example(Decimal("90.0"))
def test_decimals_keep_every_digit_and_no_needless_zero(value: Decimal) -> None:
    shown = number(float(value), "en")
    assert Decimal(shown.replace(",", "")) == value
    assert "e" not in shown
    assert "." not in shown or not shown.endswith(("0", "."))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_thousands_are_set_apart(lang: str) -> None:
    assert [number(n, lang) for n in (999, 1000, 1234567.5, -1000)] == [
        "999",
        "1,000",
        "1,234,567.5",
        "-1,000",
    ]


def test_dates() -> None:
    assert [Day(DAY).say(lang) for lang in ("zh", "en")] == ["2026 年 1 月 4 日", "2026-01-04"]
    assert date_form("zh") == "{year} 年 {month} 月 {day} 日"
    assert date_form("en") == "{year}-{mm}-{dd}"


def test_lists() -> None:
    names = Listed(("a", Day(DAY), 3), quoted=True)
    assert names.say("zh") == "“a”、“2026 年 1 月 4 日”、“3”"
    assert names.say("en") == "'a', '2026-01-04', '3'"


def test_a_language_brings_its_ways_in_its_folder(speak: Speak) -> None:
    speak("de", {"language.tag": "de-DE", "date": "d. MMMM y"})
    assert number(1234567.5, "de") == "1.234.567,5"
    assert written_date(date(2026, 3, 4), "de") == "4. März 2026"
    assert month_name(3, "de") == "März"
    form = date_form("de")
    assert form.startswith("{day}. {Januar|Februar|")
    assert form.endswith("|Dezember} {year}")


def test_no_language_gets_the_names_of_another(speak: Speak) -> None:
    speak("fr", {"language.tag": "fr-FR"})
    assert [month_name(3, lang) for lang in ("zh", "fr", "en")] == ["三月", "mars", "March"]


def test_a_language_has_as_many_plurals_as_it_needs(speak: Speak) -> None:
    forms = {"days": "{n} dnia", "days.one": "{n} dzień", "days.few": "{n} dni"}
    speak("pl", {"language.tag": "pl-PL", **forms})
    told = [say("days", "pl", n=n) for n in (1, 2, 1.5, 1.0)]
    assert told == ["1 dzień", "2 dni", "1,5 dnia", "1 dzień"]
    assert say("days", "pl", n=Count(1234)) == f"{number(1234, 'pl')} dni"
