"""HB601: applied for on the last day, the decision comes after the end of probation."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.calendar.timeline import timeline
from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.catalogue import Phrase
from handbook.words.facts import Day


def find(book: Handbook) -> Iterator[Finding]:
    for process in book.processes.values():
        line = timeline(book, process)
        if line is None or line.in_time:
            continue
        assert process.start is not None
        assert process.start.closes is not None
        closes = process.start.closes.by
        case = line.worst
        if case is None:  # no date can be told, and nothing is guessed
            continue
        facts = {
            "process": Wording(process.name, book),
            "closes": Wording(book.parameters[closes].name, book),
            "value": line.closes.number,
            "needed": line.needed,
            "applied": Day(case.applied),
            "decided": Day(case.decided) if case.decided else Phrase("HB601.unpublished"),
            "end": Day(case.end),
        }
        about = (("process", str(process.id)),)
        yield Finding("HB601", COMPANY, ("values", str(closes)), facts, about=about)


RULE = Rule("HB601", find)
