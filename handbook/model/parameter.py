"""Parameter: a number, date, name or address that each company decides."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.base import Thing
from handbook.model.parameter_type import ParameterType
from handbook.model.references import FullScoreId
from handbook.words.text import Text


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
    out_of: FullScoreId | None = None
    legal: str | None = Field(default=None, pattern=r"^[a-z][a-z_]*$")
