"""Texts of the data searched for words of the law, with a clause's "not" understood.

A hit is dropped when its clause denies it right before (不再约定试用期). What only looks like a
denial (不合格, 未通过) denies nothing: such clauses speak of the person, not of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import NotChecked
from handbook.checks.lacking import unfilled
from handbook.company.book import Handbook
from handbook.company.wording import plain_text
from handbook.model.base import FieldPath, Key, Model
from handbook.words.catalogue import FIRST
from handbook.words.text import Text, Words, flatten

DENIAL = re.compile(
    r"(不(?!合格|符合|同意|通过|达标|足|及格|胜任|满)|未(?!通过|达|满|能)|无需|无须|没有|禁止|免去|免于)"
    r"[^，。；：,;:]{0,12}\Z"
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_BEFORE_CLAUSE = re.compile(r"[^，,：:]*\Z")
_DENIED_INSIDE = re.compile("不得|不能|不予|不可|不再|不会|不延|不设|没有|一律不")


def texts(
    book: Handbook, thing: Model, hint: re.Pattern[str], path: FieldPath = ()
) -> Iterator[tuple[FieldPath, str]]:
    """The texts inside a thing that hold ``hint`` as typed: path, and Chinese with values."""
    for where, text in thing.once(_holding, hint):
        yield (*path, *where), plain_text(text, book, "zh")


def _holding(thing: Model, hint: re.Pattern[str]) -> tuple[tuple[FieldPath, Text], ...]:
    texts = ((path, text) for path, text in thing.walked if isinstance(text, Text))
    return tuple((path, text) for path, text in texts if hint.search(text.zh))


def unread(
    book: Handbook,
    key: Key,
    part: Model,
    path: FieldPath = (),
    hint: re.Pattern[str] | None = None,
    fields: tuple[str, ...] = (),
) -> Iterator[NotChecked]:
    """What a rule can't read in a part of the thing ``key``, or in some of its fields.

    Texts of another language, of which the first is told, and open values inside those with
    ``hint``, whose words nobody knows yet.
    """
    if where := next((at for at in part.once(_foreign) if _inside(at, fields)), None):
        yield NotChecked("language", key, (*path, *where))
    for where, text in part.once(_holding, hint) if hint else ():
        if _inside(where, fields):
            yield from unfilled(book, *text.parameters())


def _inside(path: FieldPath, fields: tuple[str, ...]) -> bool:
    return not fields or path[0] in fields


def _foreign(thing: Model) -> tuple[FieldPath, ...]:
    """Where texts stand that are sentences or names in words, none of them Chinese."""
    found = ((path, text) for path, text in thing.walked if isinstance(text, Text))
    return tuple(path for path, text in found if _is_foreign(text))


def _is_foreign(text: Text) -> bool:
    """Whether no character is Chinese, and it is more than a name such as CRM or Power."""
    if _CHINESE.search(text.zh):
        return False
    said = " ".join(p.text for p in flatten(text.pieces(FIRST)) if isinstance(p, Words))
    return len(_WORD.findall(said)) > 1 and not said.isupper()


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return _SENTENCE.findall(text)


def said(text: str, words: re.Pattern[str]) -> re.Match[str] | None:
    """The first place where ``words`` stand and are not denied."""
    for match in words.finditer(text):
        clause = _BEFORE_CLAUSE.search(text[: match.start()])
        if _DENIED_INSIDE.search(match[0]):
            continue
        if not DENIAL.search(clause[0] if clause else ""):
            return match
    return None
