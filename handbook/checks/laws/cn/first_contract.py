"""The labour contract is signed when work begins, not when probation ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook

_SIGNED = re.compile(
    r"(?<!入职时)(?<!已)(?<!续)(签订|订立|签署|签|办理)(?!的)[^，。；]{0,6}(?<!变更)"
    r"(劳动合同|正式(的|用工|聘用)?合同|书面合同)(?!(的)?(变更|补充)|变更)"
    r"|(?<!续)(?<!已)签合同"
)
_HINT = re.compile("合同")


def find(book: Handbook) -> Iterator[Told]:
    """HB707: a step of a confirmation signs the contract."""
    for identity, process in book.processes.items():
        if process.type != "confirmation":
            continue
        for index, step in enumerate(process.steps):
            yield from unread(book, ("process", identity), step, ("steps", index), _HINT)
            for path, text in texts(book, step, _HINT, ("steps", index)):
                if hit := said(text, _SIGNED):
                    yield Finding("HB707", ("process", identity), path, {"words": hit[0]})


RULE = Rule("HB707", find, source=Source("law.cn.10-82", LABOUR_CONTRACT))
