"""On one day one thing happens by itself."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB513: two timers at the same day that lead to different places."""
    for identity, process in book.processes.items():
        names = {str(node.id): node.name for node in process.nodes}
        first: dict[str, str] = {}
        for i, timer in enumerate(process.timers):
            other = first.setdefault(timer.at, timer.to)
            if other != timer.to:
                facts = {
                    "first": Wording(names[other], book),
                    "second": Wording(names[timer.to], book),
                }
                yield Finding("HB513", ("process", identity), ("timers", i, "to"), facts)


RULE = Rule("HB513", find)
