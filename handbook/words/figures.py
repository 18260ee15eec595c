"""Numbers, dates and counts as a language writes them: Unicode's CLDR, by Babel."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, get_month_names, parse_pattern
from babel.numbers import format_decimal

from handbook.words.languages import strings

# What a script fills in for the parts of a pattern
_PLACES = {
    "y": "{year}", "yyyy": "{year}", "M": "{month}", "d": "{day}", "MM": "{mm}", "dd": "{dd}",
}  # fmt: skip


@cache
def locale_of(lang: str) -> Locale:
    """Babel's locale of a language, by the tag in its folder."""
    return Locale.parse(strings(lang)["language.tag"], sep="-")


@lru_cache(maxsize=1 << 14)
def number(value: int | float, lang: str) -> str:
    """A number as people write it: no needless decimals, thousands apart."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(repr(value))
    return format_decimal(exact, locale=locale_of(lang), decimal_quantization=False)


def plural(value: int | float, lang: str) -> str:
    """CLDR's name for the form that words take beside a number: one, few, many, other."""
    whole = int(value) if value == int(value) else Decimal(repr(value))
    return locale_of(lang).plural_form(whole)


def written_date(day: date, lang: str) -> str:
    """A date as people of that language write it, by the pattern in its folder."""
    return format_date(day, strings(lang)["date"], locale_of(lang))


def date_form(lang: str) -> str:
    """The same pattern for a script, which fills in {year}, {month}, {day}, {mm} and {dd}.

    The twelve names of months stand in one place: {January|…|December}. Raises KeyError for a
    pattern with anything else in it: a bug in the language's folder.
    """
    named = {
        part: f"{{{'|'.join(_months(width, lang))}}}"
        for part, width in (("MMM", "abbreviated"), ("MMMM", "wide"))
    }
    return str(parse_pattern(strings(lang)["date"]).format) % {**_PLACES, **named}


def month_name(month: int, lang: str) -> str:
    """January to December, for 1 to 12, as in a date."""
    return _months("wide", lang)[month - 1]


@cache
def _months(width: Literal["abbreviated", "wide"], lang: str) -> tuple[str, ...]:
    # Never "stand-alone": one locale's names may come out for another (python-babel/babel#1234)
    names = get_month_names(width, "format", locale_of(lang))
    return tuple(str(names[month]) for month in range(1, 13))
