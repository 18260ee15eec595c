"""Every string that people see: one folder a language, the same keys in each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.words.figures import number, plural
from handbook.words.languages import FIRST, languages, strings

__all__ = ["FIRST", "Count", "Phrase", "Said", "Spoken", "languages", "say", "strings"]


class Said(ABC):
    """A fact that becomes words once the language is known.

    Two are the same if they say the same in the data's own language: findings of companies that
    share a thing are then one finding.
    """

    __slots__ = ()

    @abstractmethod
    def say(self, lang: str) -> str:
        """The words in ``lang``."""

    def apart(self) -> Said:
        """The same words without the data that they come from, which a finding may outlive."""
        return self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and self.say(FIRST) == other.say(FIRST)

    def __hash__(self) -> int:
        return hash(self.say(FIRST))

    def __repr__(self) -> str:
        return repr(self.say(FIRST))


@dataclass(frozen=True, slots=True, order=True)
class Phrase(Said):
    """A string of the catalogue."""

    key: str

    def say(self, lang: str) -> str:
        return strings(lang)[self.key]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Count(Said):
    """A number as the language writes it."""

    value: int | float

    def say(self, lang: str) -> str:
        return number(self.value, lang)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Spoken(Said):
    """Words that are there already, by language."""

    words: Mapping[str, str]

    @classmethod
    def of(cls, fact: Said) -> Spoken:
        """What a fact says in every language."""
        return cls({lang: fact.say(lang) for lang in languages()})

    def say(self, lang: str) -> str:
        return self.words[lang]


def say(key: str, lang: str, /, **facts: object) -> str:
    """The string ``key`` in ``lang`` with its ``{places}`` filled in.

    How many there are has the name ``n``: a number or a Count. Where a language has words of their
    own for some numbers, they stand under ``<key>.<form>`` (``.one``; CLDR names the forms).
    Raises KeyError for a key or place that the catalogue does not know: that is a bug.
    """
    table = strings(lang)
    if not facts:
        return table[key]
    n = facts.get("n")
    if isinstance(n, (int, float)):
        n = facts["n"] = Count(n)
    if isinstance(n, Count) and (own := f"{key}.{plural(n.value, lang)}") in table:
        key = own
    told = {k: v.say(lang) if isinstance(v, Said) else v for k, v in facts.items()}
    return table[key].format(**told)
