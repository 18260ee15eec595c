"""Rules that did not run at all: the data has mistakes first, or the company names no law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handbook.checks.rule import Rule
from handbook.words.problem import Place, Problem


def not_run(
    rules: Iterable[Rule], reason: str, place: Place, facts: Mapping[str, object]
) -> list[Problem]:
    """That none of these rules ran, for one reason; ``place`` is where company.yml tells it."""
    return [
        Problem(r.code, place, facts, (), "unchecked", r.article, reason=f"unchecked.{reason}")
        for r in rules
    ]
