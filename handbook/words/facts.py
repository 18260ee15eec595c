"""Facts of a message that each language writes in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from handbook.words.catalogue import Said, say
from handbook.words.figures import written_date
from handbook.words.terminal import clean


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Day(Said):
    """A date as people write it."""

    day: date

    def say(self, lang: str) -> str:
        return written_date(self.day, lang)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Listed(Said):
    """Names one after the other, with the language's comma; ``quoted`` in its quotation marks."""

    names: tuple[object, ...]
    quoted: bool = False

    def say(self, lang: str) -> str:
        return listed(self.names, lang, quoted=self.quoted)

    def apart(self) -> Said:
        names = (name.apart() if isinstance(name, Said) else name for name in self.names)
        return Listed(tuple(names), self.quoted)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sentence(Said):
    """A string of the catalogue with its places filled in."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def say(self, lang: str) -> str:
        return say(self.key, lang, **self.facts)


def told(key: str, lang: str, /, **facts: object) -> str:
    """A string of the catalogue; names, paths and lists of them do nothing to a terminal."""
    return say(key, lang, **{name: _harmless(fact, lang) for name, fact in facts.items()})


def _harmless(fact: object, lang: str) -> object:
    if isinstance(fact, (list, tuple)):
        return clean(listed(fact, lang))
    return clean(str(fact)) if isinstance(fact, (str, PurePath)) else fact


def listed(names: Iterable[object], lang: str, *, quoted: bool = False) -> str:
    """``甲、乙`` or ``a, b``."""
    told = [name.say(lang) if isinstance(name, Said) else str(name) for name in names]
    told = [say("quoted", lang, text=name) for name in told] if quoted else told
    return say("list-separator", lang).join(told)
