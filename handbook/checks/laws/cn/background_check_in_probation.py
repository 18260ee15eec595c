"""A background check is done before hiring."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.background_checks import checks, unread_checks
from handbook.checks.laws.cn.statutes import PERSONAL_INFORMATION
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording


def find(book: Handbook) -> Iterator[Told]:
    """HB722: a check as part of a confirmation."""
    yield from unread_checks(book, "confirmation")
    for identity, process, index, _, path in checks(book):
        if process.type == "confirmation":
            facts = {"step": Wording(process.steps[index].name, book)}
            yield Finding("HB722", ("process", identity), path, facts)


RULE = Rule("HB722", find, source=Source("law.cn.pipl.13", PERSONAL_INFORMATION))
