"""Conditions of confirmation can be proved."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Finding]:
    """HB711: a condition without measure and without evidence."""
    ids = [
        str(identity)
        for role in book.roles.values()
        if role.confirmation
        for identity in role.confirmation.requirements
    ]
    ids += [
        str(identity)
        for process in book.processes.values()
        if process.type == "confirmation"
        for identity in process.requirements
    ]
    for identity in dict.fromkeys(ids):
        requirement = book.requirements[identity]
        if requirement.measure is None and requirement.evidence is None:
            facts = {"text": Wording(requirement.text, book, most=40)}
            yield Finding("HB711", ("requirement", identity), ("text",), facts)


RULE = Rule("HB711", find, source=Source("law.cn.21-39", LABOUR_CONTRACT))
