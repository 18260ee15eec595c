"""The page on which employees count their own dates: what it hands to the script, an example."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from handbook.calendar.date_inputs import rules_of
from handbook.calendar.dates import Event, my_dates
from handbook.calendar.timeline import checked_years
from handbook.calendar.working_days import NotPublished, calendar_of
from handbook.company.book import Handbook
from handbook.company.days_and_limits import NO_LIMIT, NO_PROBATION, ProbationLimits
from handbook.company.flow import flow_of
from handbook.company.wording import name_of, plain_text
from handbook.model import End, Process, Role, Step
from handbook.model.base import Key
from handbook.pages.addresses import page_path, step_anchor
from handbook.pages.blocks import Target
from handbook.pages.dates_data import rules_data
from handbook.words.catalogue import say, strings
from handbook.words.figures import date_form

_WORDS = "dates.row."


@dataclass(frozen=True, slots=True)
class DateRow:
    """One line of the example."""

    day: date
    what: str
    who: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """One role's dates from a first day on."""

    role: Role
    entry: date
    rows: tuple[DateRow, ...]


@dataclass(frozen=True, slots=True)
class DatesView:
    """What the page prints; ``rules`` and ``words`` are for the script.

    ``asks_contract`` is False where the term of a contract makes no difference; ``lead`` is the
    catalogue's key that fits, ``counting`` that of how working days are counted.
    ``has_probation``: a role has one; ``excludes_probation``: the kind of contract allows none.
    ``limits`` is None where no law sets any, ``last_year`` where no country's holidays count.
    """

    roles: tuple[Role, ...]
    rules: dict[str, Any]
    words: dict[str, Any]
    months: int | None
    open_ended: bool
    asks_contract: bool
    lead: str
    has_probation: bool
    excludes_probation: bool
    limits: ProbationLimits | None
    confirmations: tuple[Process, ...]
    promotions: tuple[Process, ...]
    counting: str
    last_year: int | None
    example: Example | None


def dates_view(book: Handbook, lang: str) -> DatesView:
    """Everything that the page prints and hands to its script."""
    company, allowed = book.company, book.country.limits(book.company)
    published = book.country.published
    roles = tuple(role for ladder in book.ladders.values() for role in ladder)
    processes = book.processes.values()
    probation = _has_probation(book)
    return DatesView(
        roles, rules_data(book), _words(book, lang), company.contract_months,
        company.contract_type == "open_ended", allowed.by_term and probation,
        dates_lead(book), allowed != NO_PROBATION and probation,
        allowed == NO_PROBATION, allowed if allowed != NO_LIMIT else None,
        tuple(p for p in processes if p.type == "confirmation"),
        tuple(p for p in processes if p.windows),
        published.said if published else "dates.how.steps", published.last if published else None,
        _example(book, roles, lang),
    )  # fmt: skip


def dates_lead(book: Handbook) -> str:
    """The catalogue's key of what employees are asked for."""
    if not _has_probation(book):
        return "dates.lead-no-probation"
    return "dates.lead" if book.country.limits(book.company).by_term else "dates.lead-no-term"


def has_dates(book: Handbook) -> bool:
    """Whether anybody's dates can be counted, or could if open values were filled in."""
    ways = (path for role in book.roles.values() for path in role.paths)
    return _has_probation(book) or any(
        path.tenure or (path.process and book.processes[path.process].windows) for path in ways
    )


def _has_probation(book: Handbook) -> bool:
    return any(role.probation or role.confirmation for role in book.roles.values())


def _words(book: Handbook, lang: str) -> dict[str, Any]:
    """Every string and name that the script prints."""
    rows = {k.removeprefix(_WORDS): t for k, t in strings(lang).items() if k.startswith(_WORDS)}
    rows["date"] = date_form(lang)
    roles = {i: [name_of(book, "role", i, lang), _target(("role", i))] for i in book.roles}
    used = {str(p.process) for role in book.roles.values() for p in role.paths if p.process}
    used |= {str(r.confirmation.process) for r in book.roles.values() if r.confirmation}
    processes = {i: _process(book, i, lang) for i in sorted(used)}
    return {"rows": rows, "roles": roles, "processes": processes}


def _process(book: Handbook, identity: str, lang: str) -> dict[str, Any]:
    process = book.processes[identity]
    names: dict[str, list[Any]] = {}
    for node in process.nodes:
        anchor = f"#{step_anchor(str(node.id))}" if isinstance(node, Step) else ""
        names[str(node.id)] = [plain_text(node.name, book, lang), _who(book, node, lang), anchor]
    refusing = sorted(flow_of(process).only_refusing) if process.type == "confirmation" else []
    name = plain_text(process.name, book, lang)
    return {
        "name": name, "href": _target(("process", identity)), "steps": names, "refusing": refusing,
        "applicant": name_of(book, "actor", str(process.applicant), lang),
    }  # fmt: skip


def _target(key: Key) -> Target:
    return Target(page_path(key))


def _example(book: Handbook, roles: tuple[Role, ...], lang: str) -> Example | None:
    """The first role that has all dates of a confirmation, preferably from the first version on."""
    calendar = calendar_of(book)
    days = [book.company.effective_on]
    with suppress(NotPublished):  # no working day may be left after the eve
        eve = date(checked_years(book, calendar)[1], 2, 28)
        days.append(calendar.add_working_days(eve, 1))
    for role in roles:
        rules = rules_of(book, role)
        if not (rules.probation and rules.confirmation):
            continue
        for entry in filter(None, days):
            found = _without_paths(book, role, entry)
            rows = [_row(book, event, event.day, lang) for event in found if event.day]
            if rows and len(rows) == len(found):
                return Example(role, entry, tuple(sorted(rows, key=lambda row: row.day)))
    return None


def _without_paths(book: Handbook, role: Role, entry: date) -> list[Event]:
    months = book.company.contract_months
    found = my_dates(book, role, entry, months, since=entry, today=entry)
    return [event for event in found if event.to is None and event.kind != "latest"]


def _row(book: Handbook, event: Event, day: date, lang: str) -> DateRow:
    step, who, kind = "", None, str(event.kind)
    if event.process and event.step:
        process = book.processes[event.process]
        node = next(node for node in process.nodes if node.id == event.step)
        step = plain_text(node.name, book, lang)
        who = _who(book, node, lang)
        if event.kind == "step" and event.step in flow_of(process).only_refusing:
            kind = "refusing"
    return DateRow(day, say(_WORDS + kind, lang, step=step), who)


def _who(book: Handbook, node: Step | End, lang: str) -> str | None:
    """The name of who does a step; an end is done by nobody."""
    return name_of(book, "actor", str(node.actor), lang) if isinstance(node, Step) else None
