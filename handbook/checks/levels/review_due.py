"""A policy is looked at again in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.lacking import unfilled
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.facts import Day


def find(book: Handbook) -> Iterator[Told]:
    """HB808: a policy whose day of review is over, at the value."""
    for policy in book.policies.values():
        identity = str(policy.review_on)
        day = book.values[identity].raw
        yield from unfilled(book, identity)
        if isinstance(day, date) and day < book.today:
            facts = {"name": Wording(policy.name, book), "day": Day(day)}
            about = (("policy", str(policy.id)),)
            yield Finding("HB808", COMPANY, ("values", identity), facts, about=about)


RULE = Rule("HB808", find, "warning")
