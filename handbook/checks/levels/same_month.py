"""Two windows of a process are two different months."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.lacking import unfilled
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Told]:
    """HB810: two months in which one can apply are the same, at the second value."""
    told: set[str] = set()
    for process in book.processes.values():
        if len(process.windows) > 1:
            yield from unfilled(book, *process.windows)
        first: dict[object, str] = {}
        for parameter_id in map(str, process.windows):
            value = book.values[parameter_id]
            if value.raw is None:
                continue
            other = first.setdefault(value.raw, parameter_id)
            if other != parameter_id and parameter_id not in told:
                told.add(parameter_id)
                facts = {
                    "name": Wording(value.parameter.name, book),
                    "other": Wording(book.parameters[other].name, book),
                    "value": Valued(value),
                }
                about = (("process", str(process.id)),)
                yield Finding("HB810", COMPANY, ("values", parameter_id), facts, about=about)


RULE = Rule("HB810", find)
