"""What a rule lacks to judge: values that are open, the length of a process, the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.calendar.routes import Length, longest_route
from handbook.calendar.working_days import calendar_of
from handbook.checks.finding import COMPANY, NotChecked
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.model import Process


def unfilled(book: Handbook, *parameters: str | None) -> Iterator[NotChecked]:
    """Those of the parameters that are open, at the company's values: not filled in, or wrongly."""
    for identity in dict.fromkeys(parameters):
        value = book.values.get(identity or "")
        if value is not None and value.raw is None:
            written = book.company.values.get(str(identity)) is not None
            facts = {"name": Wording(value.parameter.name, book)}
            path = ("values", str(identity))
            yield NotChecked("wrong" if written else "open", COMPANY, path, facts)


def no_deadline(book: Handbook, process: Process, index: int) -> NotChecked:
    """A step that does not say how long it takes."""
    facts = {"name": Wording(process.steps[index].name, book)}
    return NotChecked("no-deadline", ("process", str(process.id)), ("steps", index, "name"), facts)


def length(book: Handbook, process: Process, *, until_decision: bool) -> Iterator[NotChecked]:
    """What keeps the length of a process unknown; nothing if it is known."""
    values: list[str | None] = []
    for index, step in enumerate(process.steps):
        if not step.within:
            yield no_deadline(book, process, index)
        values += [step.within or None, *(outcome.at_most for outcome in step.outcomes)]
    open_ = tuple(unfilled(book, *values))
    yield from open_
    route = longest_route(book, process, returns=True, until_decision=until_decision)
    if route is None and not open_:
        facts = {"name": Wording(process.name, book)}
        yield NotChecked("no-route", ("process", str(process.id)), ("steps",), facts)


def undated(book: Handbook, process: Process) -> NotChecked:
    """A process of which no date can be told."""
    facts = {"name": Wording(process.name, book), "year": calendar_of(book).last + 1}
    return NotChecked("undated", ("process", str(process.id)), ("name",), facts)


def unpublished(book: Handbook, lengths: Iterable[Length]) -> Iterator[NotChecked]:
    """That these are counted by a calendar that ends before the handbook is in force, or today."""
    last = calendar_of(book).last
    year = max((book.company.effective_on or book.today).year, book.today.year)
    if year > last and any(one.unit == "working_days" for one in lengths):
        facts = {"year": last + 1, "last": last}
        yield NotChecked("calendar", COMPANY, ("effective_on",), facts)
