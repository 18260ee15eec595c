"""Nobody can apply before probation has begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from handbook.calendar.routes import length_of
from handbook.checks.finding import COMPANY, DAYS_OFF, Finding, Told
from handbook.checks.lacking import unfilled
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.model import Process


def find(book: Handbook) -> Iterator[Told]:
    """HB606: one could apply before the first day of the shortest probation of those months."""
    for process in book.processes.values():
        opens = process.start.opens if process.start else None
        if opens is None:
            continue
        for probation in _probations(book, process):
            first, months = length_of(book, opens), book.values[probation].whole
            if first is None or months is None:
                yield from unfilled(book, opens.by, probation)
                continue
            days = shortest(months)
            opened = shortest(first.number) if first.unit == "months" else first.number
            if opened >= days > 0:
                facts = {
                    "process": Wording(process.name, book),
                    "opens": Wording(book.parameters[opens.by].name, book),
                    "value": opened,
                    "probation": Wording(book.parameters[probation].name, book),
                    "months": months,
                    "days": days,
                }
                about = (("process", str(process.id)), DAYS_OFF)
                yield Finding("HB606", COMPANY, ("values", str(opens.by)), facts, about=about)


@lru_cache(maxsize=64)
def shortest(months: int) -> int:
    """The days of the shortest period of that many whole months."""
    if not 0 < months <= 1_200:  # a hundred years, beyond which nothing is counted
        return 0
    found: list[int] = []
    for month in range(1, 13):
        later = month - 1 + months
        first, last = date(2025, month, 1), (2025 + later // 12, later % 12 + 1)
        found.append((date(*last, 1) - first) // timedelta(1))
    return min(found)


def _probations(book: Handbook, process: Process) -> list[str]:
    """The parameters of the probations that this process ends, each once."""
    found: dict[str, None] = {}
    for role in book.users_of("role", ("process", str(process.id))):
        if role.confirmation and role.confirmation.process == process.id and role.probation:
            found[str(role.probation)] = None
    return list(found)


RULE = Rule("HB606", find)
