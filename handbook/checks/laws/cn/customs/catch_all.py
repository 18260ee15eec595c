"""A duty says what it means instead of 等 and 其他.

Other languages have catch-alls of their own; these words are Chinese, so China's set holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.words import unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.model.base import FieldPath
from handbook.words.text import Text

# 等 after a list or before a word such as 工作; not 等待, 平等, nor a closed list: 甲、乙等两项
_CATCH_ALL = re.compile(
    r"、[^，。；：、]{1,16}?(?P<list>(?<![平同高中初相对均优劣何二三头])等(?![待级于候同额到一二两三四五六七八九十0-9$]))"
    r"|(?P<and>(?<![平同高中初相对均优劣何二三头])等(相关|有关|各项|其他|各类)?的?(工作|事项|任务|职责|事务|事宜|方面))"
    r"|(?P<other>其[他它](相关|有关|临时|日常|交办|领导交办)?的?(工作|事项|任务|职责|事务|事宜))"
)


def find(book: Handbook) -> Iterator[Told]:
    """HB806: a duty, or one of its actions, that ends in a catch-all."""
    for identity, duty in book.duties.items():
        yield from unread(book, ("duty", identity), duty, fields=("text", "actions"))
        texts: list[tuple[FieldPath, Text]] = [(("text",), duty.text)]
        texts += [(("actions", i), action) for i, action in enumerate(duty.actions)]
        for path, text in texts:
            found = _CATCH_ALL.search(text.zh)
            if found is not None:
                words = found["list"] or found["and"] or found["other"]
                yield Finding("HB806", ("duty", identity), path, {"words": words})


RULE = Rule("HB806", find, "warning")
