"""What a role's dates depend on, as plain data: the browser counts with the same."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.calendar.months import months_of_years
from handbook.calendar.routes import Length, has_no_end, length_of_parameter
from handbook.calendar.timeline import Timeline, timeline
from handbook.company.book import Handbook
from handbook.company.values import Value
from handbook.model import CareerPath, Role


@dataclass(frozen=True, slots=True)
class ConfirmationRules:
    """How probation ends, counted from its last day; the routes are those of the timeline.

    ``automatic`` is the end that comes by itself when probation is over.
    """

    process: str
    line: Timeline
    automatic: str | None


@dataclass(frozen=True, slots=True)
class PathRules:
    """One career path: ``windows`` are months (1 to 12), empty if the process names none.

    ``apply`` is how long a window is open from the first day of its month, None for all month.
    """

    to: str
    process: str | None
    tenure_months: int
    windows: tuple[int, ...]
    apply: Length | None


@dataclass(frozen=True, slots=True)
class DateRules:
    """What the dates of a role depend on; ``probation`` in months, 0 for none or while it is open.

    ``open``: the role has a confirmation, but a value on which its dates depend is open.
    """

    probation: int
    open: bool
    confirmation: ConfirmationRules | None
    paths: tuple[PathRules, ...]


def rules_of(book: Handbook, role: Role) -> DateRules:
    """The rules of a role; what depends on a value that is still open is left out."""
    value = book.values[role.probation].whole if role.probation else 0
    months = value or 0
    confirmation = _confirmation(book, role)
    lacks = role.confirmation is not None and confirmation is None
    paths = (_path(book, path) for path in role.paths)
    known = tuple(path for path in paths if path is not None)
    return DateRules(months, value is None or (months > 0 and lacks), confirmation, known)


def _confirmation(book: Handbook, role: Role) -> ConfirmationRules | None:
    if role.confirmation is None:
        return None
    process = book.processes[role.confirmation.process]
    line = timeline(book, process)
    if line is None or has_no_end(process, until_decision=True):
        return None
    ends = {str(end.id) for end in process.ends}
    timers = (str(timer.to) for timer in process.timers if timer.at == process.must_end_by)
    automatic = next((target for target in timers if target in ends), None)
    return ConfirmationRules(str(process.id), line, automatic)


def _path(book: Handbook, path: CareerPath) -> PathRules | None:
    tenure = _months(book.values[path.tenure]) if path.tenure else 0
    if path.process is None:
        return None if tenure is None else PathRules(str(path.to), None, tenure, (), None)
    process = book.processes[path.process]
    months = tuple(book.values[month].whole for month in process.windows)
    windows = tuple(sorted({month for month in months if month is not None}))
    within = process.steps[0].within
    apply = length_of_parameter(book, within) if within else None
    if tenure is None or (months and not windows) or (within and not apply):
        return None
    return PathRules(str(path.to), str(process.id), tenure, windows, apply)


def _months(value: Value) -> int | None:
    """A tenure of years or months in months, None while it is open."""
    if value.parameter.type == "months":
        return value.whole
    return months_of_years(value.raw) if isinstance(value.raw, (int, float)) else None
