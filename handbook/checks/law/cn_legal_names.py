"""``legal:`` of a parameter names something that this rule set checks."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.law import cn_pay, contract
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.words.facts import Listed
from handbook.words.near import near

KNOWN = (contract.LENGTH, cn_pay.RATIO, cn_pay.PAY, cn_pay.MINIMUM, cn_pay.PROMOTED)


def unknown(book: Handbook) -> Iterator[Finding]:
    """HB710: a name that nothing checks."""
    for identity, parameter in book.parameters.items():
        if parameter.legal is not None and parameter.legal not in KNOWN:
            facts = {"legal": parameter.legal, "known": Listed(KNOWN)}
            guesses = near(parameter.legal, list(KNOWN))
            yield Finding("HB710", ("parameter", identity), ("legal",), facts, guesses)


RULE = Rule("HB710", unknown)
