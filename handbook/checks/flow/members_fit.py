"""A panel has as many members as it says."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.lacking import unfilled
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Wording
from handbook.words.catalogue import Count


def find(book: Handbook) -> Iterator[Told]:
    """HB525: members who are more than the panel's size, or fewer where each one is counted."""
    for identity, process in book.processes.items():
        for i, step in enumerate(process.steps):
            if (panel := step.panel) is None:
                continue
            size = book.values[panel.size]
            if size.whole is None:
                yield from unfilled(book, panel.size)
                continue
            least = sum(member.count or 1 for member in panel.members)
            counted = all(member.count for member in panel.members)
            if least > size.whole or (counted and least < size.whole):
                facts = {
                    "name": Wording(step.name, book),
                    "members": Count(least),
                    "size_name": Wording(size.parameter.name, book),
                    "size": Valued(size),
                }
                path = ("steps", i, "panel", "size")
                about = (("value", str(panel.size)),)
                yield Finding("HB525", ("process", identity), path, facts, about=about)


RULE = Rule("HB525", find)
