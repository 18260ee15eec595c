"""What a rule of the policy is: code, severity, article of law, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.checks.finding import Told
from handbook.company.book import Handbook
from handbook.words.problem import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    The catalogue holds its message under ``code``, a one-line summary under ``<code>.summary``
    and why it matters under ``<code>.why``; ``examples/<code>/`` a change to a sound handbook that
    breaks it (fail.yml) and one that keeps it (pass.yml). ``article`` is the catalogue's key of
    the article of law.
    ``find`` may rely on a handbook whose references all resolve; values can be open (None). Where
    it lacks something to judge by it yields a NotChecked and is never silent.
    """

    code: str
    find: Callable[[Handbook], Iterator[Told]]
    severity: Severity = "error"
    article: str | None = None
