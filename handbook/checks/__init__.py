"""The rules that a company's handbook must keep. A new rule is a module and a line in RULES."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from handbook.book import Handbook
from handbook.checks import (
    additions,
    company,
    cycles,
    local_ids,
    parameters,
    references,
    targets,
    wording,
)
from handbook.checks.finding import COMPANY, Finding
from handbook.node import MapNode, place_of
from handbook.problem import Problem
from handbook.tree import Key

Rule = Callable[[Handbook], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    references.missing,
    wording.unmarked,
    local_ids.doubled,
    targets.missing,
    cycles.endless,
    company.half_filled,
    parameters.unfilled,
    parameters.built_in,
    parameters.unknown_values,
    parameters.wrong_values,
    parameters.above_full_score,
)


def check(book: Handbook, base: Mapping[Key, MapNode]) -> list[Problem]:
    """Every finding of every rule, at its line. ``base`` is the data before the overlay."""
    findings = [finding for rule in RULES for finding in rule(book)]
    findings += [*parameters.unused(book, base), *additions.unused(book, base)]
    return [_located(book, finding) for finding in findings]


def _located(book: Handbook, finding: Finding) -> Problem:
    node = book.company_node if finding.key == COMPANY else book.nodes[finding.key]
    place = finding.at or place_of(node, finding.path, of_key=finding.of_key)
    return Problem(finding.code, place, finding.facts, finding.near)
