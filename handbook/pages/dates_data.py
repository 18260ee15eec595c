"""The rules and the calendar behind the dates, as plain data for the browser.

The longest routes are computed here, never there: the browser adds days and compares.
"""

from __future__ import annotations

from typing import Any

from handbook.calendar.date_inputs import ConfirmationRules, DateRules, PathRules, rules_of
from handbook.calendar.routes import Length, Route
from handbook.calendar.working_days import Calendar, calendar_of
from handbook.company.book import Handbook

Data = dict[str, Any]


def rules_data(book: Handbook) -> Data:
    """Everything that the browser counts with; days are ISO dates, lengths ``[days, working]``,
    of months ``[number, "months"]``."""
    allowed = book.country.limits(book.company)
    return {
        "calendar": calendar_data(calendar_of(book)),
        "limits": {"fixed": allowed.fixed, "openEnded": allowed.open_ended},
        "roles": {i: _role(rules_of(book, role)) for i, role in book.roles.items()},
    }


def calendar_data(calendar: Calendar) -> Data:
    """``exceptions``: for each year the days (MMDD) that differ from Monday to Friday."""
    exceptions: dict[str, str] = {}
    for day in calendar.exceptions:
        exceptions[str(day.year)] = f"{exceptions.get(str(day.year), '')} {day:%m%d}".strip()
    return {"first": calendar.first, "last": calendar.last, "exceptions": exceptions}


def _role(rules: DateRules) -> Data:
    return {
        "probation": rules.probation,
        "open": rules.open,
        "confirmation": rules.confirmation and _confirmation(rules.confirmation),
        "paths": [_path(path) for path in rules.paths],
    }


def _confirmation(rules: ConfirmationRules) -> Data:
    return {
        "process": rules.process,
        "opens": _length(rules.line.opens),
        "closes": _length(rules.line.closes),
        "short": _route(rules.line.short),
        "long": _route(rules.line.long),
        "automatic": rules.automatic,
    }


def _path(path: PathRules) -> Data:
    return {
        "to": path.to,
        "process": path.process,
        "tenure": path.tenure_months,
        "windows": path.windows,
        "apply": _length(path.apply),
    }


def _route(route: Route) -> list[list[Any]]:
    return [[segment.step, _length(segment.length)] for segment in route]


def _length(length: Length | None) -> list[int | bool | str] | None:
    if length is None:
        return None
    return [length.number, length.unit if length.unit == "months" else length.unit != "days"]
