"""A policy is discussed, then announced, then in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.lacking import unfilled
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.facts import Day


def find(book: Handbook) -> Iterator[Told]:
    """HB716: a date before the one that must come first."""
    for policy in book.policies.values():
        days = (policy.consulted_on, policy.announced_on, policy.effective_on)
        for first, second in pairwise(days):
            before, after = book.values[first], book.values[second]
            if not isinstance(before.raw, date) or not isinstance(after.raw, date):
                yield from unfilled(book, first, second)
                continue
            if before.raw > after.raw:
                facts = {
                    "before": Wording(before.parameter.name, book),
                    "before_on": Day(before.raw),
                    "after": Wording(after.parameter.name, book),
                    "after_on": Day(after.raw),
                }
                about = (("policy", str(policy.id)),)
                yield Finding("HB716", COMPANY, ("values", str(second)), facts, about=about)


RULE = Rule("HB716", find, source=Source("law.cn.4", LABOUR_CONTRACT))
