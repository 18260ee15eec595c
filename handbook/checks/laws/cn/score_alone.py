"""No decision about a person by score alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.statutes import PERSONAL_INFORMATION
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook

_SCORE = "(分数|得分|评分|成绩|排名|积分|总分)"
_ALONE = re.compile(
    rf"(仅凭|只凭|仅以|只以|仅按|只按|仅根据|只根据|仅依据|只看|完全按|完全根据|直接按|直接根据)[^，。；]{{0,8}}{_SCORE}"
    rf"|{_SCORE}[^，。；]{{0,12}}(自动|直接)(决定|晋升|转正|淘汰|通过|批准|录用|不予)"
)
_HINT = re.compile("分|成绩|排名")


def find(book: Handbook) -> Iterator[Told]:
    """HB723: a text that decides by score alone."""
    for key, thing in book.things.items():
        if key[0] in ("process", "policy"):
            yield from unread(book, key, thing, hint=_HINT)
            for path, text in texts(book, thing, _HINT):
                if hit := said(text, _ALONE):
                    yield Finding("HB723", key, path, {"words": hit[0]})


RULE = Rule("HB723", find, "warning", Source("law.cn.pipl.24", PERSONAL_INFORMATION))
