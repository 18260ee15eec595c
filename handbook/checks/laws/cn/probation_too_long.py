"""A probation no longer than the term of the contract allows: see calendar_and_limits."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.laws.cn.contract import (
    TERM,
    cap,
    facts_of,
    outlasts_contract,
    probations,
    unknown,
)
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook


def find(book: Handbook) -> Iterator[Told]:
    """HB701: longer than the cap for this term."""
    most = cap(book)
    if most != 0:
        yield from unknown(book)
    for identity, value, months in probations(book):
        if most and months > most and not outlasts_contract(book, months):
            facts = facts_of(book, value, months) | {"cap": most}
            yield Finding("HB701", COMPANY, ("values", identity), facts, about=TERM)


RULE = Rule("HB701", find, source=Source("law.cn.19", LABOUR_CONTRACT))
