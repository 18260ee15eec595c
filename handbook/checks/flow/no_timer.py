"""What must be decided by a day says what happens if it is not."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB509: a process that must end by a day without a timer at that day.

    Where a company took the timers away, at that line.
    """
    for identity, process in book.processes.items():
        anchor = process.must_end_by
        if anchor is not None and all(timer.at != anchor for timer in process.timers):
            facts = {"name": Wording(process.name, book)}
            taken = book.nodes["process", identity].keys.get("timers")
            yield Finding("HB509", ("process", identity), ("must_end_by",), facts, at=taken)


RULE = Rule("HB509", find)
