"""Nobody is paid less after a promotion."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.laws.cn.pay import PROMOTED, paid
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB724: the ratio of new to old pay may fall below 100 %."""
    for identity, value in paid(book, PROMOTED):
        low = value.parameter.min
        if low is None or low < 100:
            path = ("legal",) if low is None else ("min",)
            facts = {"name": Wording(value.parameter.name, book)}
            yield Finding("HB724", ("parameter", identity), path, facts)


RULE = Rule("HB724", find, source=Source("law.cn.35", LABOUR_CONTRACT))
