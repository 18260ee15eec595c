"""What a rule is: of the policy, with code, severity and source; or whether the data fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from inspect import getfile
from pathlib import Path
from sys import modules

from handbook.checks.finding import Finding, Told
from handbook.company.book import Handbook
from handbook.model.base import Key
from handbook.reading.node import MapNode
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
    def codes(self) -> tuple[str, ...]:
        """Its code."""
        return (self.code,)

    @property
    def article(self) -> str | None:
        """The catalogue's key of the article of law."""
        return self.source.article if self.source else None

    @property
    def file(self) -> Path:
        """The module of the rule, which is the one of ``find``."""
        return Path(getfile(modules[self.find.__module__]))


@dataclass(frozen=True, slots=True)
class DataRule:
    """Whether the data fits together; what it finds is an error.

    It has several codes where one look tells which it is. With those that are ``harmless`` the
    data still fits well enough for the rules of the policy to look at it.
    """

    codes: tuple[str, ...]
    find: Callable[[Handbook], Iterator[Finding]]
    harmless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What is not in a handbook: the data before the overlay, what was found, known law sets."""

    base: Mapping[Key, MapNode]
    found: tuple[Finding, ...]
    laws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LateRule:
    """A DataRule that looks when the others have, and beyond the handbook."""

    codes: tuple[str, ...]
    find: Callable[[Handbook, Around], Iterator[Finding]]
    harmless: tuple[str, ...] = ()
