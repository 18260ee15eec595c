"""The types that a parameter's value can have, and what is true of all values of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from handbook.model.base import EMAIL, PHONE

ParameterType = Literal[
    "score", "percentage", "count", "days", "working_days", "months", "years", "month_of_year",
    "minutes", "money", "text", "phone", "email", "date",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """Bounds that a type has by nature; ``whole`` for what can't be half.

    ``countable``: beyond these nothing can count with it, whatever bounds a parameter has.
    ``measured`` is False for a number that is no amount of anything.
    """

    least: float | None = 0
    most: float | None = None
    whole: bool = True
    countable: tuple[int | None, int | None] = (None, None)
    measured: bool = True


NO_NUMBER = Number(least=None)


@dataclass(frozen=True, slots=True)
class About:
    """A type: its ``number`` if it is one, else perhaps the ``pattern`` of the whole text.

    ``asked``: which questions of ``pages/search/language.yml`` a value answers; none if nobody
    asks for one.
    """

    asked: tuple[str, ...] = ()
    number: Number | None = None
    pattern: re.Pattern[str] | None = None


_CENTURY = 100  # years, beyond which no calendar counts
_DAYS = Number(countable=(0, 365 * _CENTURY))
TYPES: dict[ParameterType, About] = {
    "score": About(("much",), Number(whole=False)),
    "percentage": About(("much",), Number(most=100, whole=False)),
    "count": About(("count",), Number()),
    "days": About(("long",), _DAYS),
    "working_days": About(("long",), _DAYS),
    "months": About(("long",), Number(countable=(0, 12 * _CENTURY))),
    "years": About(("long", "years"), Number(whole=False, countable=(0, _CENTURY))),
    "month_of_year": About(("when",), Number(least=1, most=12, countable=(1, 12), measured=False)),
    "minutes": About(("long",), Number(whole=False)),
    "money": About(("much",), Number(whole=False)),
    "text": About(),
    "phone": About(("much",), pattern=re.compile(PHONE)),
    "email": About(("much",), pattern=re.compile(EMAIL)),
    "date": About(("when",)),
}
# What a figure can be compared with
MEASURED = tuple(name for name, type_ in TYPES.items() if type_.number and type_.number.measured)
