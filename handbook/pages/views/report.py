"""HR's report of the checks, the pages of the rules, and the banner of the preview."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.checks.explain import Explanation, explained
from handbook.checks.together import Unchecked, number, together
from handbook.company.book import Handbook
from handbook.pages.addresses import REPORT, file_of
from handbook.pages.views.timelines import ProcessTime, process_times
from handbook.words.catalogue import say
from handbook.words.problem import Accepted, Problem

_OVER = "HB431"  # an acceptance that has ended


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as it is printed; ``explained`` tells whether its code has a page.

    What was not checked may concern ``others``, too: rules that lack the same.
    """

    place: str
    code: str
    message: str
    reason: str | None
    accepted: Accepted | None
    explained: bool
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings under one heading; ``label`` is its key in the catalogue."""

    label: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """Groups that have findings, those that stop a site first.

    ``times_lead`` is the catalogue's key of how the times are counted. ``unchecked`` are
    ``missing`` things that rules lack to judge, the rows of many of a kind made one.
    """

    groups: tuple[FindingGroup, ...]
    times: tuple[ProcessTime, ...]
    times_lead: str
    unchecked: tuple[FindingRow, ...] = ()
    missing: int = 0


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with its findings in this handbook."""

    known: Explanation
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """What the preview says above each page; ``report`` leads to HR's page, which others lack."""

    title: str
    lines: tuple[tuple[str, str, str], ...]
    report: str | None
    report_label: str


def unaccepted(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The findings that somebody should look at."""
    return tuple(p for p in found if p.accepted is None and not p.unchecked)


def report_view(book: Handbook, found: Iterable[Problem], lang: str) -> ReportView:
    """All findings of one company, and what could not be checked."""
    found = tuple(found)
    groups: dict[str, list[FindingRow]] = {
        f"report.{name}": [] for name in ("errors", "expired", "warnings", "accepted")
    }
    for problem in found:
        if not problem.unchecked:
            groups[_group(problem)].append(_row(problem, lang))
    unchecked = together(found)
    told = tuple(FindingGroup(label, tuple(rows)) for label, rows in groups.items() if rows)
    lead = "report.timeline-lead" if book.country.published else "report.timeline-lead-weekdays"
    rows = tuple(_unchecked(one, lang) for one in unchecked)
    return ReportView(told, process_times(book, lang), lead, rows, number(unchecked))


def rule_view(known: Explanation, found: Iterable[Problem], lang: str) -> RuleView:
    """One rule's page."""
    return RuleView(known, tuple(_row(p, lang) for p in found if p.code == known.code))


def banner(findings: Iterable[Problem], page: str, lang: str, *, for_hr: bool) -> Banner | None:
    """What stands above ``page``, a built file; nothing if nothing was found."""
    found = unaccepted(findings)
    if not found:
        return None
    report = "../" * page.count("/") + file_of(REPORT)
    return Banner(
        say("serve.findings", lang, n=len(found)),
        tuple((str(p.place), p.code, p.message(lang)) for p in found),
        report if for_hr else None,
        say("serve.report", lang),
    )


def _group(problem: Problem) -> str:
    if problem.accepted is not None:
        return "report.accepted"
    if problem.code == _OVER:
        return "report.expired"
    return f"report.{problem.severity}s"


def _unchecked(one: Unchecked, lang: str) -> FindingRow:
    code, *others = one.codes
    return FindingRow(
        str(one.problem.place), code, one.why(lang), None, None, True, others=tuple(others)
    )


def _row(problem: Problem, lang: str) -> FindingRow:
    accepted = problem.accepted
    return FindingRow(
        str(problem.place),
        problem.code,
        problem.message(lang),
        accepted.reason.typed(lang) if accepted else None,
        accepted,
        problem.code in explained(),
    )
