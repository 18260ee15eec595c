"""Findings that the data accepts: marked, not hidden; one that is over or idle is told."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from pydantic import BaseModel

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.sound_part import NO_DOUBTS, Doubts
from handbook.company.book import Handbook
from handbook.model import Acceptance
from handbook.model.base import FieldPath, Key
from handbook.reading.node import place_of
from handbook.words.facts import Day
from handbook.words.problem import Accepted, Problem, Severity

# What can be wrong with an acceptance itself
ACCEPTANCE: dict[str, Severity] = {"HB431": "error", "HB432": "warning"}


def settle(
    book: Handbook,
    found: list[tuple[Finding, Problem]],
    unable: Set[str] = frozenset(),
    doubts: Doubts = NO_DOUBTS,
) -> list[Problem]:
    """Mark what is accepted. Tells acceptances that are over (HB431) or idle (HB432).

    Of the rules ``unable``, by code, and of doubtful things nobody knows whether there is anything
    to accept.
    """
    settled: list[Problem] = []
    used: dict[tuple[Key, int], Severity] = {}
    for finding, located in found:
        problem = located
        for index, acceptance in enumerate(_of(book, finding.key)):
            if acceptance.code == finding.code and _covers(book, finding, acceptance):
                used[finding.key, index] = problem.severity
                if acceptance.until >= book.today:
                    accepted = Accepted(acceptance.reason, acceptance.until)
                    problem = replace(problem, accepted=accepted)
                    break
        settled.append(problem)
    return settled + list(_idle(book, used, unable, doubts))


def _idle(
    book: Handbook,
    used: dict[tuple[Key, int], Severity],
    unable: Set[str],
    doubts: Doubts,
) -> Iterator[Problem]:
    for key in (COMPANY, *book.things):
        node = book.company_node if key == COMPANY else book.nodes.get(key)
        for index, acceptance in enumerate(_of(book, key)):
            assert node is not None
            place = place_of(node, ("accept", index, "code"))
            if (key, index) not in used:
                if key in doubts.keys or acceptance.code in unable or doubts.lawless:
                    continue
                yield Problem("HB432", place, {"code": acceptance.code}, severity="warning")
            elif acceptance.until < book.today:
                facts = {"code": acceptance.code, "until": Day(acceptance.until)}
                until = place_of(node, ("accept", index, "until"))
                severity = used[key, index]  # what blocked nothing blocks nothing afterwards
                yield Problem("HB431", until, facts, severity=severity)


def _of(book: Handbook, key: Key) -> tuple[Acceptance, ...]:
    thing: BaseModel = book.company if key == COMPANY else book.things[key]
    accepted: tuple[Acceptance, ...] = getattr(thing, "accept", ())
    return accepted


def _covers(book: Handbook, finding: Finding, acceptance: Acceptance) -> bool:
    if acceptance.at is None:
        return True
    thing: BaseModel = book.company if finding.key == COMPANY else book.things[finding.key]
    path = ".".join(_named(thing, finding.path))
    return path == acceptance.at or path.startswith(f"{acceptance.at}.")


def _named(thing: object, path: FieldPath) -> Iterator[str]:
    """A path with the ids of list items in the place of their numbers."""
    for part in path:
        if isinstance(part, int) and isinstance(thing, tuple) and part < len(thing):
            thing = thing[part]
            yield str(getattr(thing, "id", part))
        else:
            thing = getattr(thing, str(part), None)
            yield str(part)
