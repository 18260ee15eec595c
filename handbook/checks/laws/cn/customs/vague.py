"""A requirement can be told to be met.

True anywhere, but what is vague is told by Chinese words, so China's set holds the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.words import unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook

_VAGUE = re.compile("一定(?=的|程度|数据|文字|能力|经验)|较强|较好|良好|优秀|出色|丰富|卓越|能力强")


def find(book: Handbook) -> Iterator[Told]:
    """HB807: a word such as 较强 or 良好 in a requirement with neither measure nor evidence."""
    for identity, requirement in book.requirements.items():
        if requirement.measure is not None or requirement.evidence is not None:
            continue
        yield from unread(book, ("requirement", identity), requirement, fields=("text",))
        found = _VAGUE.search(requirement.text.zh)
        if found is not None:
            yield Finding("HB807", ("requirement", identity), ("text",), {"word": found[0]})


RULE = Rule("HB807", find, "warning")
