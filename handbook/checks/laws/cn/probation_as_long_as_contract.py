"""A probation ends before the contract does."""

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
    """HB706: a probation that lasts as long as the contract or longer."""
    if cap(book) == 0 or book.company.contract_type == "open_ended":
        return
    yield from unknown(book)
    for identity, value, months in probations(book):
        if outlasts_contract(book, months):
            facts = facts_of(book, value, months)
            facts["term"] = book.company.contract_months
            yield Finding("HB706", COMPANY, ("values", identity), facts, about=TERM)


RULE = Rule("HB706", find, source=Source("law.cn.19", LABOUR_CONTRACT))
