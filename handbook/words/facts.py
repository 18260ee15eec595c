"""Facts of a message that each language writes in its own way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from handbook.words.catalogue import Said, say
from handbook.words.figures import written_date


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


def listed(names: Iterable[object], lang: str, *, quoted: bool = False) -> str:
    """``甲、乙`` or ``a, b``."""
    told = [name.say(lang) if isinstance(name, Said) else str(name) for name in names]
    told = [say("quoted", lang, text=name) for name in told] if quoted else told
    return say("list-separator", lang).join(told)
