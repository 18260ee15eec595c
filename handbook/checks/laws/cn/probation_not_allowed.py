"""No probation where kind or term of the contract allows none."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.laws.cn.contract import (
    TERM,
    cap,
    facts_of,
    probations,
    unknown,
)
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook


def find(book: Handbook) -> Iterator[Told]:
    """HB702: a probation where the contract allows none."""
    if cap(book):
        return
    yield from unknown(book)
    if cap(book) is None:
        return
    for identity, value, months in probations(book):
        if months > 0:
            facts = facts_of(book, value, months)
            yield Finding("HB702", COMPANY, ("values", identity), facts, about=TERM)


RULE = Rule("HB702", find, source=Source("law.cn.19-70", LABOUR_CONTRACT))
