"""A result is made public before it is carried out, not after.

No statute asks a company for publicity (公示): it is a custom of China, told by its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.words import unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Wording

_PUBLIC = re.compile("公示")
_CARRIED_OUT = re.compile(
    "(晋升|任命|转岗|结果|录用)[^，。；]{0,6}通知|发布[^，。；]{0,6}通知|通知(申请人|员工|本人)"
    "|任命|到任|变更劳动合同|变更协议|办理手续"
)


def find(book: Handbook) -> Iterator[Told]:
    """HB726: notice or formalities of a promotion or transfer, and the publicity only then."""
    for identity, process in book.processes.items():
        if process.type not in ("promotion", "transfer"):
            continue
        for i, step in enumerate(process.steps):
            key = ("process", identity)
            yield from unread(book, key, step, ("steps", i), fields=("name",))
        public = {str(step.id) for step in process.steps if _PUBLIC.search(step.name.zh)}
        for index, step in enumerate(process.steps):
            if step.id in public or not _CARRIED_OUT.search(step.name.zh):
                continue
            if next(flow_of(process).into(public, frozenset(), str(step.id)), None) is not None:
                facts = {"step": Wording(step.name, book)}
                yield Finding("HB726", ("process", identity), ("steps", index, "name"), facts)


RULE = Rule("HB726", find)
