"""In probation one is paid the part of the agreed wage that the law demands."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.lacking import unfilled
from handbook.checks.laws.cn.pay import RATIO, paid
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.catalogue import Count

LEAST_RATIO = 80


def find(book: Handbook) -> Iterator[Told]:
    """HB708: probation pays less than 80 % of the agreed wage."""
    for identity, value in paid(book, RATIO):
        yield from unfilled(book, identity)
        if isinstance(value.raw, (int, float)) and value.raw < LEAST_RATIO:
            facts = {"name": Wording(value.parameter.name, book), "value": Count(value.raw)}
            yield Finding("HB708", COMPANY, ("values", identity), facts)


RULE = Rule("HB708", find, source=Source("law.cn.20", LABOUR_CONTRACT))
