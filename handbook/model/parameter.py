"""Parameter: a number, date, name or address that each company decides."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from handbook.model.base import Thing
from handbook.model.references import ParameterId
from handbook.words.text import Text

ParameterType = Literal[
    "score", "percentage", "count", "days", "working_days", "months", "years", "month_of_year",
    "minutes", "money", "text", "phone", "email", "date",
]  # fmt: skip


class Parameter(Thing):
    """What a company fills in.

    ``unit`` replaces the unit of the type (score: 分, count: 次). ``min`` and ``max`` are bounds in
    that unit; ``out_of`` names the parameter that holds the full score. ``legal`` names a rule of
    the law's rule set that checks the value.
    """

    kind: ClassVar[str] = "parameter"

    type: ParameterType
    meaning: Text
    group: Text
    unit: Text | None = None
    min: int | float | None = None
    max: int | float | None = None
    out_of: ParameterId | None = None
    legal: str | None = Field(default=None, pattern=r"^[a-z][a-z_]*$")
