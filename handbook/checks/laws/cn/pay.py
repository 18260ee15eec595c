"""What parameters say of pay, by the name that the law has for them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.company.book import Handbook
from handbook.company.values import Value

RATIO, PAY, MINIMUM, PROMOTED = (
    "probation_pay_ratio",
    "probation_pay",
    "minimum_wage",
    "promotion_pay_ratio",
)


def paid(book: Handbook, legal: str) -> Iterator[tuple[str, Value]]:
    """The parameters of that name in the law, with their values."""
    return ((name, value) for name, value in book.values.items() if value.parameter.legal == legal)
