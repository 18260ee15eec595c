"""The types that a parameter's value can have."""

from typing import Literal

ParameterType = Literal[
    "score", "percentage", "count", "days", "working_days", "months", "years", "month_of_year",
    "minutes", "money", "text", "phone", "email", "date",
]  # fmt: skip
