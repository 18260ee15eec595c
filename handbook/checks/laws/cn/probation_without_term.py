"""The contract's term is said, so that the length of probations can be judged."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.laws.cn.contract import (
    TERM,
    cap,
    holders,
)
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook


def find(book: Handbook) -> Iterator[Finding]:
    """HB725: probations, but nothing that tells how long they may be."""
    held = holders(book)
    if held and cap(book) is None and not book.draft:
        yield Finding("HB725", COMPANY, ("values", held[0]), about=TERM)


RULE = Rule("HB725", find, "warning", Source("law.cn.19", LABOUR_CONTRACT))
