"""HB601: applied for on the last day, the decision comes after the end of probation."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.calendar.timeline import timeline
from handbook.checks.finding import COMPANY, DAYS_OFF, Finding, NotChecked, Told
from handbook.checks.lacking import length, undated, unfilled, unpublished
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.catalogue import Phrase
from handbook.words.facts import Day


def find(book: Handbook) -> Iterator[Told]:
    for process in book.processes.values():
        if process.must_end_by is None:
            continue
        if process.start is None or process.start.closes is None:
            facts: dict[str, object] = {"name": Wording(process.name, book)}
            yield NotChecked("no-last-day", ("process", str(process.id)), ("must_end_by",), facts)
            continue
        closes = process.start.closes.by
        line = timeline(book, process)
        case = line.worst if line else None
        if line is None:
            yield from unfilled(book, closes)
        elif case is None:
            yield undated(book, process)
        if line is None or case is None or line.in_time:
            yield from length(book, process, until_decision=True)
            if line is not None:
                lengths = (line.closes, *(segment.length for segment in line.long))
                yield from unpublished(book, lengths)
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
        about = (("process", str(process.id)), DAYS_OFF)
        yield Finding("HB601", COMPANY, ("values", str(closes)), facts, about=about)


RULE = Rule("HB601", find)
