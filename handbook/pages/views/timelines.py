"""How long each process takes if everybody takes as long as allowed, by date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handbook.calendar.routes import has_no_end, longest_route
from handbook.calendar.timeline import DatedSegment, checked_years, dated, timeline
from handbook.calendar.working_days import calendar_of
from handbook.company.book import Handbook
from handbook.company.wording import name_of, plain_text
from handbook.model import Process
from handbook.pages.charts.gantt import gantt
from handbook.pages.charts.mermaid import can_be_read
from handbook.words.catalogue import say


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One step with its days."""

    number: int
    step: str
    actor: str
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class ProcessTime:
    """A process by date; ``end`` is the last day of probation in the worst case.

    ``chart`` is empty where it would be too large to be read, or there is nothing to draw.
    ``open_after`` is the first year about which nothing is said, where the rows stop because of it.
    """

    id: str
    name: str
    rows: tuple[TimeRow, ...]
    chart: str
    end: date | None
    late: int | None
    years: tuple[int, int]
    open_after: int | None


def process_times(book: Handbook, lang: str) -> tuple[ProcessTime, ...]:
    """The processes of which something can be said; those with open values are left out."""
    found = (_time(book, process, lang) for process in book.processes.values())
    return tuple(time for time in found if time is not None)


def _time(book: Handbook, process: Process, lang: str) -> ProcessTime | None:
    fixed = timeline(book, process)
    worst = fixed.worst if fixed else None
    if has_no_end(process, until_decision=worst is not None):
        return None
    calendar = calendar_of(book)
    if worst is not None:
        segments, steps = worst.segments, len(fixed.long) if fixed else 0
    else:
        route = longest_route(book, process, returns=True, until_decision=False)
        if not route:
            return None
        segments, steps = dated(calendar, route, _start(book, process)), len(route)
    rows = _rows(book, process, segments, lang)
    name = plain_text(process.name, book, lang)
    end = [(_end_name(lang), worst.end, worst.end)] if worst else []
    return ProcessTime(
        str(process.id), name, rows,
        _chart(name, [*((row.step, row.begins, row.ends) for row in rows), *end]) if rows else "",
        worst.end if worst else None, worst.days_late if worst else None,
        checked_years(book, calendar), calendar.last + 1 if len(segments) < steps else None,
    )  # fmt: skip


def _chart(name: str, bars: list[tuple[str, date, date]]) -> str:
    source = gantt(name, bars)
    return source if can_be_read(len(bars), 0, len(source)) else ""


def _end_name(lang: str) -> str:
    return say("report.probation-end", lang)


def _start(book: Handbook, process: Process) -> date:
    """An example: the first day of the first window, else of the first year that is checked."""
    year = checked_years(book, calendar_of(book))[0]
    months = [book.values[month].whole for month in process.windows]
    known = [month for month in months if month is not None]
    return date(year, min(known, default=1), 1)


def _rows(
    book: Handbook, process: Process, segments: tuple[DatedSegment, ...], lang: str
) -> tuple[TimeRow, ...]:
    steps = {str(step.id): step for step in process.steps}
    return tuple(
        TimeRow(
            number,
            plain_text(steps[segment.step].name, book, lang),
            name_of(book, "actor", str(steps[segment.step].actor), lang),
            segment.begins,
            segment.ends,
        )
        for number, segment in enumerate(segments, 1)
    )
