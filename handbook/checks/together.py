"""What was not checked, told so that it can be read: a line for each thing that is missing.

One open value keeps many rules from judging, and a draft has many: rules that lack the same are
told as one, and many of the same kind in a file as the first and a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.words.catalogue import say
from handbook.words.facts import listed
from handbook.words.problem import Problem
from handbook.words.terminal import clean

_SINGLE = 3  # so many of the same kind in a file are told one by one
_NAMED = 6  # so many rules are named


@dataclass(frozen=True, slots=True)
class Unchecked:
    """The rules that lack one thing; ``more`` other things of the kind are missing in the file."""

    problem: Problem
    codes: tuple[str, ...]
    more: int = 0

    def rules(self, lang: str) -> str:
        """The rules by code; of many the first, and how many they are."""
        names = listed(self.codes[:_NAMED], lang)
        if len(self.codes) > _NAMED:
            return say("unchecked.rules", lang, names=names, n=len(self.codes))
        return names

    def why(self, lang: str) -> str:
        """What is missing and what to do."""
        reason = self.problem.why(lang)
        return reason + (say("unchecked.more", lang, n=self.more) if self.more else "")

    def message(self, lang: str) -> str:
        """That it was not checked, and why."""
        return say("unchecked", lang, reason=self.why(lang))

    def line(self, lang: str) -> str:
        """``file:line:column: CODE, CODE message``, harmless for a terminal."""
        return clean(f"{self.problem.place}: {self.rules(lang)} {self.message(lang)}")


def together(found: Iterable[Problem]) -> tuple[Unchecked, ...]:
    """What was not checked, of all that was found."""
    lacking: dict[object, list[Problem]] = {}
    for problem in (problem for problem in found if problem.unchecked):
        lacking.setdefault((problem.place, problem.key[2]), []).append(problem)
    alike: dict[tuple[str | None, str], list[list[Problem]]] = {}
    for rules in lacking.values():
        alike.setdefault((rules[0].reason, rules[0].place.file), []).append(rules)
    told: list[Unchecked] = []
    for things in alike.values():
        if len(things) > _SINGLE:
            every = [problem for rules in things for problem in rules]
            told.append(Unchecked(every[0], _codes(every), len(things) - 1))
        else:
            told += (Unchecked(rules[0], _codes(rules)) for rules in things)
    return tuple(sorted(told, key=lambda one: (one.problem.place, one.codes)))


def number(told: Iterable[Unchecked]) -> int:
    """How many things are missing."""
    return sum(1 + one.more for one in told)


def _codes(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(sorted({problem.code for problem in problems}))
