"""Pay in probation and after a promotion."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding, NotChecked, Told
from handbook.checks.lacking import unfilled
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.company.wording import Wording
from handbook.words.catalogue import Count

RATIO, PAY, MINIMUM, PROMOTED = (
    "probation_pay_ratio",
    "probation_pay",
    "minimum_wage",
    "promotion_pay_ratio",
)
LEAST_RATIO = 80


def ratio(book: Handbook) -> Iterator[Told]:
    """HB708: probation pays less than 80 % of the agreed wage."""
    for identity, value in _of(book, RATIO):
        yield from unfilled(book, identity)
        if isinstance(value.raw, (int, float)) and value.raw < LEAST_RATIO:
            facts = {"name": Wording(value.parameter.name, book), "value": Count(value.raw)}
            yield Finding("HB708", COMPANY, ("values", identity), facts)


def amount(book: Handbook) -> Iterator[Told]:
    """HB709: probation pays less than the place's minimum wage."""
    minimums = dict(_of(book, MINIMUM))
    least = [v.raw for v in minimums.values() if isinstance(v.raw, (int, float))]
    for identity, value in _of(book, PAY):
        if not minimums:
            facts: dict[str, object] = {"name": Wording(value.parameter.name, book)}
            yield NotChecked("no-minimum", ("parameter", identity), ("legal",), facts)
        yield from unfilled(book, identity, *minimums)
        if least and isinstance(value.raw, (int, float)) and value.raw < max(least):
            facts = {
                "name": Wording(value.parameter.name, book),
                "value": Count(value.raw),
                "least": Count(max(least)),
            }
            yield Finding("HB709", COMPANY, ("values", identity), facts)


def no_floor(book: Handbook) -> Iterator[Finding]:
    """HB724: the ratio of new to old pay may fall below 100 %."""
    for identity, value in _of(book, PROMOTED):
        low = value.parameter.min
        if low is None or low < 100:
            path = ("legal",) if low is None else ("min",)
            facts = {"name": Wording(value.parameter.name, book)}
            yield Finding("HB724", ("parameter", identity), path, facts)


def _of(book: Handbook, legal: str) -> Iterator[tuple[str, Value]]:
    return ((name, value) for name, value in book.values.items() if value.parameter.legal == legal)


RATIO_RULE = Rule("HB708", ratio, article="law.cn.20")
AMOUNT_RULE = Rule("HB709", amount, article="law.cn.20")
FLOOR_RULE = Rule("HB724", no_floor, article="law.cn.35")
