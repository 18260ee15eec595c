"""Employees know the conditions of their confirmation."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB712: a confirmation that does not say how employees learn its conditions."""
    for identity, process in book.processes.items():
        if process.type == "confirmation" and process.conditions_told is None:
            facts = {"name": Wording(process.name, book)}
            yield Finding("HB712", ("process", identity), ("type",), facts)


RULE = Rule("HB712", find, source=Source("law.cn.21-39", LABOUR_CONTRACT))
