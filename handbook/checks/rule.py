"""What a rule of the policy is: code, severity, source, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import getfile
from pathlib import Path
from sys import modules

from handbook.checks.finding import Told
from handbook.company.book import Handbook
from handbook.words.problem import Severity


@dataclass(frozen=True, slots=True)
class Source:
    """An article of law by its key in the catalogue, and where the law is officially published.

    The link is for people, in explanations alone; None where no lasting address is known.
    """

    article: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    The catalogue holds its message under ``code``, a one-line summary under ``<code>.summary``
    and why it matters under ``<code>.why``; a file beside the module, of its name, a change to a
    sound handbook that breaks it and one that keeps it. ``source`` is the law that asks for it.
    ``find`` may rely on a handbook whose references all resolve; values can be open (None). Where
    it lacks something to judge by it yields a NotChecked and is never silent.
    """

    code: str
    find: Callable[[Handbook], Iterator[Told]]
    severity: Severity = "error"
    source: Source | None = None

    @property
    def article(self) -> str | None:
        """The catalogue's key of the article of law."""
        return self.source.article if self.source else None

    @property
    def file(self) -> Path:
        """The module of the rule, which is the one of ``find``."""
        return Path(getfile(modules[self.find.__module__]))
