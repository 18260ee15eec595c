"""What a company filled in: checked against its type, shown with its unit, also in messages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from handbook.model.base import EMAIL, PHONE
from handbook.model.parameter import Parameter
from handbook.model.parameter_type import ParameterType
from handbook.words.catalogue import Count, Said, say
from handbook.words.figures import month_name, written_date
from handbook.words.text import Text, is_unseen

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
    """A parameter with this company's value; ``raw`` is None while it is unfilled.

    A Text is what company.yml itself says, in each language: the company's name.
    """

    parameter: Parameter
    raw: Raw | Text | None

    @property
    def whole(self) -> int | None:
        """The number of a type that is never half, such as days; None while it is open."""
        return self.raw if isinstance(self.raw, int) else None

    def text(self, lang: str) -> str:
        """The value with its unit, 待填写 with the parameter's name where there is none."""
        raw, unit = self.raw, self.parameter.unit
        if raw is None:
            return say("unfilled", lang, name=self.parameter.name.typed(lang))
        if isinstance(raw, Text):
            return raw.typed(lang)
        if isinstance(raw, date):
            return written_date(raw, lang)
        if isinstance(raw, str):
            return raw
        if unit is not None:
            return say("unit.own", lang, n=raw, unit=unit.typed(lang))
        if self.parameter.type == "month_of_year":
            month = month_name(int(raw), lang) if raw in range(1, 13) else Count(raw)
            return say("unit.month_of_year", lang, n=raw, month=month)
        return say(f"unit.{self.parameter.type}", lang, n=raw)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Valued(Said):
    """A value with its unit, as a fact of a message."""

    value: Value

    def say(self, lang: str) -> str:
        return self.value.text(lang)


def unit_of(kind: ParameterType, lang: str) -> str:
    """What stands behind the numbers of a type, if the parameter has no unit of its own."""
    return say(f"unit.{kind}", lang, n="").strip()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UnitOf(Said):
    """``unit_of`` as a fact of a message."""

    kind: ParameterType

    def say(self, lang: str) -> str:
        return unit_of(self.kind, lang)


def normal(raw: Raw | None) -> Raw | None:
    """A value as everything counts with it, once and for all: ``20.0`` is 20."""
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


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
    by_type = _NUMBERS.get(parameter.type, _Number(least=None))
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
