"""Social insurance begins with the job: no benefit of confirmation or promotion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.statutes import SOCIAL_INSURANCE
from handbook.checks.laws.cn.words import said, sentences, texts, unread
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook

_INSURANCE = re.compile("五险一金|五险|社会保险|社保")
_BENEFIT = re.compile("享受|享有|福利|晋升|转正|新岗位|试用期满|试用期(结束)?后")
# who says from when, or that it has nothing to do with it, is right
_FROM_THE_START = re.compile(
    "缴费基数|从入职|入职第一天|不属于|不以[^，。；]*为(前提|条件)|自入职|入职(起|之日|当月)|自用工|用工之日|无关|转移"
)


def find(book: Handbook) -> Iterator[Told]:
    """HB718: a text that gives insurance to those confirmed or promoted."""
    for key, thing in book.things.items():
        if key[0] not in ("policy", "process", "role"):
            continue
        yield from unread(book, key, thing, hint=_INSURANCE)
        for path, text in texts(book, thing, _INSURANCE):
            for sentence in sentences(text):
                hit = said(sentence, _INSURANCE)
                if hit and _BENEFIT.search(sentence) and not _FROM_THE_START.search(sentence):
                    yield Finding("HB718", key, path, {"words": hit[0]})
                    break


RULE = Rule("HB718", find, source=Source("law.cn.insurance.58", SOCIAL_INSURANCE))
