"""The golden cases of employees' dates: Python and the browser must give the same."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from handbook.calendar.dates import Event, my_dates
from handbook.company.book import Handbook

# Ends of months, leap days, around Spring Festival and National Day, years without a calendar
ENTRIES = (
    "2003-11-15", "2023-11-29", "2024-01-31", "2024-02-29", "2025-01-27", "2025-08-31",
    "2025-10-09", "2025-11-30", "2026-01-29", "2026-01-30", "2026-02-13", "2026-02-24",
    "2026-03-02", "2026-05-31", "2026-06-30", "2026-08-31", "2026-09-30", "2026-12-01",
    "2027-02-28", "2030-07-15",
)  # fmt: skip
CONTRACTS = (2, 3, 6, 12, 24, 36, None)
TODAYS = ("2026-03-14", "2026-11-22", "2027-05-05")


def cases(book: Handbook) -> list[dict[str, Any]]:
    """Every role on a third of the days, so that all days and contracts occur many times."""
    found = []
    for number, role in enumerate(book.roles):
        for turn, entry in enumerate(ENTRIES):
            if (turn + number) % 3:
                continue
            months = CONTRACTS[(turn + number // 3) % len(CONTRACTS)]
            since = entry if turn % 4 else ENTRIES[min(turn + 2, len(ENTRIES) - 1)]
            today = TODAYS[(turn // 3 + number) % len(TODAYS)]
            case = {"role": role, "entry": entry, "months": months, "since": since}
            found.append({**case, "today": today})
    return found


def expected(book: Handbook, case: dict[str, Any]) -> list[list[Any]]:
    """What Python says of a case."""
    entry, since, today = (date.fromisoformat(case[n]) for n in ("entry", "since", "today"))
    role = book.roles[case["role"]]
    found = my_dates(book, role, entry, case["months"], since=since, today=today)
    return [_row(event) for event in found]


def golden_text(book: Handbook) -> str:
    """One case in a line, so that a change shows which cases it touches."""
    lines = [
        json.dumps({**case, "events": expected(book, case)}, ensure_ascii=False)
        for case in cases(book)
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _row(event: Event) -> list[Any]:
    """``[kind, day or year without a calendar, process, step, to]``."""
    day: str | int | None = event.day.isoformat() if event.day else event.unpublished
    return [event.kind, day, event.process, event.step, event.to]
