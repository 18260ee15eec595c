"""In probation one is paid the minimum wage of the place."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding, NotChecked, Told
from handbook.checks.lacking import unfilled
from handbook.checks.laws.cn.pay import MINIMUM, PAY, paid
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.catalogue import Count


def find(book: Handbook) -> Iterator[Told]:
    """HB709: probation pays less than the place's minimum wage."""
    minimums = dict(paid(book, MINIMUM))
    least = [v.raw for v in minimums.values() if isinstance(v.raw, (int, float))]
    for identity, value in paid(book, PAY):
        if not minimums:
            facts: dict[str, object] = {"name": Wording(value.parameter.name, book)}
            yield NotChecked("no-minimum", ("parameter", identity), ("legal",), facts)
        yield from unfilled(book, identity, *minimums)
        if least and isinstance(value.raw, (int, float)) and value.raw < max(least):
            facts = {
                "name": Wording(value.parameter.name, book),
                "value": Count(value.raw),
                "least": Count(max(least)),
            }
            yield Finding("HB709", COMPANY, ("values", identity), facts)


RULE = Rule("HB709", find, source=Source("law.cn.20", LABOUR_CONTRACT))
