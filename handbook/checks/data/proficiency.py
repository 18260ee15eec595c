"""The level that a demand asks is one of its competency's."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.competencies import lower, named_competency
from handbook.company.wording import Named
from handbook.words.near import Guesses


def find(book: Handbook) -> Iterator[Finding]:
    """HB448: a level that the competency doesn't have. HB449: a level of no competency."""
    guesses = Guesses()
    for identity, requirement in book.requirements.items():
        if requirement.level is None:
            continue
        key, path = ("requirement", identity), ("level",)
        named = named_competency(book, requirement)
        if named is None:
            last = [identity, *lower(book.requirements, identity)][-1]
            # What leads on from there is missing, or leads round: that is told, and this may follow
            if not book.requirements[last].expands_on:
                yield Finding("HB449", key, path, {"id": str(requirement.level)})
        elif competency := book.competencies.get(named):
            known = [str(level.id) for level in competency.levels]
            if requirement.level not in known:
                facts = {
                    "id": str(requirement.level), "name": Named(book, "competency", named)
                }  # fmt: skip
                near = guesses.near(str(requirement.level), known)
                yield Finding("HB448", key, path, facts, near, about=(("competency", named),))


RULE = DataRule(("HB448", "HB449"), find)
