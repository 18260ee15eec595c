"""What is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from handbook.words.catalogue import Said, say
from handbook.words.facts import listed
from handbook.words.terminal import clean
from handbook.words.text import Text

# A value that can't be read for sure: what else is said about it would be guesswork
_MISREAD = ("HB106", "HB111", "HB113", "HB114", "HB126", "HB134")

Severity = Literal["error", "warning", "unchecked"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file that a person can jump to; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def below(self, above: int) -> Place:
        """The same spot where ``above`` more lines stand before it."""
        return Place(self.file, self.line + above, self.column)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Accepted:
    """Why and until when a finding is let stand."""

    reason: Text
    until: date


def apart(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts that keep no handbook alive."""
    return {k: v.apart() if isinstance(v, Said) else v for k, v in facts.items()}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    ``code`` is stable (``HB203``); its message stands in the catalogue under the same key and
    ``facts`` fill the message's places: words that are quoted as they stand, or Said ones, which
    become words of the language that the message is asked for in. ``near`` holds what the user may
    have meant; ``article`` is the catalogue's key of the law that a rule follows.
    With a ``reason``, the catalogue's key, the rule ``code`` could not judge here: nothing is wrong
    as far as anybody knows, and ``severity`` is ``unchecked``.
    """

    code: str
    place: Place
    facts: Mapping[str, object] = field(default_factory=dict)
    near: tuple[str, ...] = ()
    severity: Severity = "error"
    article: str | None = None
    accepted: Accepted | None = None
    reason: str | None = None

    @property
    def key(self) -> tuple[Place, str, tuple[str, ...]]:
        """What makes two findings the same one."""
        facts = sorted(map(repr, self.facts.items()))
        return self.place, self.code, (*facts, *([self.reason] if self.reason else ()))

    @property
    def unchecked(self) -> bool:
        """Whether this tells of no mistake, but of a rule that could not judge."""
        return self.reason is not None

    @property
    def blocks(self) -> bool:
        """Whether this keeps a handbook from being published."""
        return self.severity == "error" and self.accepted is None

    def apart(self) -> Problem:
        """The same, with facts that keep no handbook alive."""
        return replace(self, facts=apart(self.facts))

    def message(self, lang: str) -> str:
        """What is wrong and what to do, as one line in ``lang``."""
        if self.reason is not None:
            return say("unchecked", lang, reason=self.why(lang))
        text = say(self.code, lang, **self.facts)
        if self.article:
            text += say("rule.article", lang, article=say(self.article, lang))
        if self.near:
            text += say("did-you-mean", lang, names=listed(self.near, lang, quoted=True))
        return " ".join(text.split())

    def why(self, lang: str) -> str:
        """Why a rule could not judge, and what to do so that it can, as one line."""
        return " ".join(say(self.reason or self.code, lang, **self.facts).split())

    def line(self, lang: str) -> str:
        """The finding as ``file:line:column: CODE message``, harmless for a terminal."""
        return clean(f"{self.place}: {self.code} {self.message(lang)}")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line, column and code, each finding once.

    What was misread is reported as such and not a second time for what it was taken for. A finding
    that one company accepts and another does not is not accepted.
    """
    once: dict[tuple[Place, str, tuple[str, ...]], Problem] = {}
    for problem in problems:
        known = once.get(problem.key)
        once[problem.key] = problem if known is None or known.accepted else known
    misread = {place for place, code, _ in once if code in _MISREAD}
    return tuple(
        once[key]
        for key in sorted(once)
        if key[1][:3] == "HB1" or key[0] not in misread or once[key].unchecked
    )


def blocking(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that keep a handbook from being published."""
    return tuple(problem for problem in problems if problem.blocks)
