"""What a company filled in for a parameter: checked against its type, shown with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handbook.model.base import EMAIL, PHONE
from handbook.model.parameter import Parameter
from handbook.model.parameter_type import ParameterType
from handbook.words.catalogue import say
from handbook.words.text import is_unseen

Raw = str | int | float | date


@dataclass(frozen=True, slots=True)
class _Number:
    """Bounds that a type has by nature; ``whole`` for what can't be half."""

    least: float | None = 0
    most: float | None = None
    whole: bool = True


_NUMBERS: dict[ParameterType, _Number] = {
    "score": _Number(whole=False),
    "percentage": _Number(most=100, whole=False),
    "count": _Number(),
    "days": _Number(),
    "working_days": _Number(),
    "months": _Number(),
    "years": _Number(whole=False),
    "month_of_year": _Number(least=1, most=12),
    "minutes": _Number(whole=False),
    "money": _Number(whole=False),
}
# A hundred years, beyond which no calendar counts, and the months of a year; whatever bounds a
# parameter has
_COUNTABLE: dict[ParameterType, tuple[int, int]] = {
    "days": (0, 36_500),
    "working_days": (0, 36_500),
    "months": (0, 1_200),
    "years": (0, 100),
    "month_of_year": (1, 12),
}
_PATTERNS: dict[ParameterType, re.Pattern[str]] = {
    "phone": re.compile(PHONE),
    "email": re.compile(EMAIL),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter with this company's value; ``raw`` is None while it is unfilled."""

    parameter: Parameter
    raw: Raw | None

    @property
    def whole(self) -> int | None:
        """The number of a type that is never half, such as days; None while it is open."""
        return self.raw if isinstance(self.raw, int) else None

    def text(self, lang: str) -> str:
        """The value with its unit, 待填写 with the parameter's name where there is none."""
        if self.raw is None:
            return say("unfilled", lang, name=self.parameter.name.typed(lang))
        if isinstance(self.raw, date):
            return written_date(self.raw, lang)
        if isinstance(self.raw, str):
            return self.raw
        unit = self.parameter.unit
        if unit is not None:
            return say("unit.own", lang, n=number(self.raw), unit=unit.typed(lang))
        shown = number(self.raw)
        key = f"unit.{self.parameter.type}"
        return say(key, lang, n=1 if shown == "1" else shown)


def unit_of(kind: ParameterType, lang: str) -> str:
    """What stands behind the numbers of a type, if the parameter has no unit of its own."""
    return say(f"unit.{kind}", lang, n="").strip()


def normal(raw: Raw | None) -> Raw | None:
    """A value as everything counts with it, once and for all: ``20.0`` is 20."""
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


def written_date(day: date, lang: str) -> str:
    """A date as people of that language write it."""
    return say("date", lang, year=day.year, month=day.month, day=day.day, iso=day.isoformat())


def number(value: int | float) -> str:
    """A number as people write it: no needless decimals, thousands apart."""
    if isinstance(value, int):
        return f"{value:,}"
    digits = f"{Decimal(repr(value)):,f}"  # a float's own format turns to 1e+10
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def is_number(parameter: Parameter) -> bool:
    """Whether the parameter's values are numbers."""
    return parameter.type in _NUMBERS


def wrong_type(parameter: Parameter, raw: object) -> bool:
    """Whether ``raw`` is of another type than the parameter's."""
    wanted = _NUMBERS.get(parameter.type)
    if wanted is not None:
        if isinstance(raw, bool) or not isinstance(raw, (int, float)):
            return True
        return wanted.whole and raw != int(raw)
    if parameter.type == "date":
        return not isinstance(raw, date)
    if not isinstance(raw, str) or is_unseen(raw) or len(raw) > 500 or "\n" in raw.strip():
        return True
    pattern = _PATTERNS.get(parameter.type)
    return pattern is not None and not pattern.fullmatch(raw)


def bounds(parameter: Parameter) -> tuple[float | None, float | None]:
    """The least and the greatest allowed value.

    A bound of the parameter's own replaces its type's: a pay ratio may exceed 100 %.
    """
    by_type = _NUMBERS.get(parameter.type, _Number(None, None))
    low = parameter.min if parameter.min is not None else by_type.least
    high = parameter.max if parameter.max is not None else by_type.most
    return low, high


def broken_bounds(parameter: Parameter, raw: object) -> tuple[float | None, float | None] | None:
    """The bounds that a number breaks: ``bounds``, else those beyond which nothing can count."""
    if isinstance(raw, bool) or not isinstance(raw, (int, float)):
        return None
    for low, high in (bounds(parameter), _COUNTABLE.get(parameter.type, (None, None))):
        if (low is not None and raw < low) or (high is not None and raw > high):
            return low, high
    return None


def out_of_bounds(parameter: Parameter, raw: object) -> bool:
    """Whether a number breaks its bounds."""
    return broken_bounds(parameter, raw) is not None
