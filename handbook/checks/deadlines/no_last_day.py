"""What must be over by a day says until when one can apply."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB607: a process that must be over by a day, but nobody says until when one can apply."""
    for process in book.processes.values():
        if process.must_end_by and not (process.start and process.start.closes):
            facts = {"process": Wording(process.name, book)}
            yield Finding("HB607", ("process", str(process.id)), ("must_end_by",), facts)


RULE = Rule("HB607", find)
