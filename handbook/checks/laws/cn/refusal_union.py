"""The union has heard the reasons before somebody is not confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Told
from handbook.checks.laws.cn.refusals import confirmations, missing, says, unread_steps
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import name_of
from handbook.model import Step

_UNION = re.compile(
    "(通知|征求|听取|送交|告知|征询|报)[^，。；]{0,8}工会(?!反映|申诉|求助|投诉)|工会[^，。；]{0,6}(意见|同意)"
)
_UNION_HINT = re.compile("工会")


def find(book: Handbook) -> Iterator[Told]:
    """HB715: a route to the refusal that passes the union by."""
    for identity, process in confirmations(book):
        if unable := unread_steps(book, identity, _UNION_HINT):
            yield from unable
            continue
        hearing = {str(step.id) for step in process.steps if _hears_union(book, step)}
        yield from missing(book, "HB715", identity, hearing, str(process.steps[0].id))


def _hears_union(book: Handbook, step: Step) -> bool:
    return "工会" in name_of(book, "actor", step.actor, "zh") or says(
        book, step, _UNION, _UNION_HINT
    )


RULE = Rule("HB715", find, source=Source("law.cn.43", LABOUR_CONTRACT))
