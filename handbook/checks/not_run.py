"""Rules that could not judge, or did not run at all, as problems of a severity of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handbook.checks.rule import Rule
from handbook.words.problem import Place, Problem, apart

# Reasons for not running at all
NEVER = frozenset({"unchecked.data-first", "unchecked.no-law", "unchecked.pages"})


def not_run(
    rules: Iterable[Rule], reason: str, place: Place, facts: Mapping[str, object]
) -> list[Problem]:
    """That none of these rules judged, for one reason; ``place`` is where what they lack belongs.

    ``reason`` is the catalogue's key below ``unchecked.``.
    """
    lasting, key = apart(facts), f"unchecked.{reason}"
    return [Problem(r.code, place, lasting, (), "unchecked", r.article, reason=key) for r in rules]
