"""Shifts leave out whom the law protects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook

_SHIFT = re.compile("轮班|倒班|夜班|三班|值夜|加班")
_EXEMPT = re.compile("依法|法律规定|免排|除外|不得安排|不安排|孕期|哺乳")


def find(book: Handbook) -> Iterator[Told]:
    """HB720: shifts, nights or overtime asked of everybody."""
    for identity, requirement in book.requirements.items():
        key = ("requirement", identity)
        yield from unread(book, key, requirement, hint=_SHIFT, fields=("text",))
        for path, text in texts(book, requirement, _SHIFT):
            if path[0] == "text" and (hit := said(text, _SHIFT)) and not _EXEMPT.search(text):
                yield Finding("HB720", key, path, {"words": hit[0]})


RULE = Rule("HB720", find, source=Source("law.cn.women.protection"))
