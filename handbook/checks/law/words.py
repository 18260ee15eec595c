"""Texts of the data searched for words of the law, with a clause's "not" understood.

A hit is dropped when its clause denies it right before (不再约定试用期). What only looks like a
denial (不合格, 未通过) denies nothing: such clauses speak of the person, not of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from handbook.book import Handbook
from handbook.model import walk
from handbook.text import Text
from handbook.wording import plain_text

Path = tuple[str | int, ...]

DENIAL = re.compile(
    r"(不(?!合格|符合|同意|通过|达标|足|及格|胜任|满)|未(?!通过|达|满|能)|无需|无须|没有|禁止|免去|免于)"
    r"[^，。；：,;:]{0,8}\Z"
)
_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_BEFORE_CLAUSE = re.compile(r"[^，,：:、]*\Z")


def texts(book: Handbook, thing: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text inside a thing in Chinese, with its path and the values filled in."""
    for where, value in walk(thing, path):
        if isinstance(value, Text):
            yield where, plain_text(value, book, "zh")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return _SENTENCE.findall(text)


def said(text: str, words: re.Pattern[str]) -> re.Match[str] | None:
    """The first place where ``words`` stand and are not denied."""
    for match in words.finditer(text):
        clause = _BEFORE_CLAUSE.search(text[: match.start()])
        if not DENIAL.search(clause[0] if clause else ""):
            return match
    return None
