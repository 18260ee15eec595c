"""Where texts extend a probation, and how long it lasts then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import NotChecked
from handbook.checks.laws.cn.contract import TERM, probations
from handbook.checks.laws.cn.words import said, sentences, texts, unread
from handbook.company.book import Handbook
from handbook.model.base import FieldPath, Key

_EXTENDED = re.compile(
    r"延长[^，。；]{0,6}试用|试用期[^，。；]{0,6}(延长|顺延|延期)|延期转正|延迟转正"
)
_HINT = re.compile("延|顺")
_MONTHS = re.compile(r"([0-9]+|[一二两三四五六])\s*个月")
_DIGITS = {digit: n for n, digit in enumerate("一二三四五六", 1)} | {"两": 2}


def about(book: Handbook) -> tuple[Key, ...]:
    """What decides between the two: the contract and how long a probation is."""
    roles = (role for role in book.roles.values() if role.probation)
    return (*TERM, *{("value", str(role.probation)) for role in roles})


def unread_extensions(book: Handbook) -> Iterator[NotChecked]:
    """What nobody can read in the texts that may extend one."""
    for key, thing in book.things.items():
        if key[0] in ("process", "policy"):
            yield from unread(book, key, thing, hint=_HINT)


def extensions(
    book: Handbook,
) -> Iterator[tuple[Key, FieldPath, int | float | None]]:
    """Where a text extends a probation, and how long it lasts then, if that is said."""
    longest = max((months for _, _, months in probations(book)), default=None)
    for key, thing in book.things.items():
        if key[0] not in ("process", "policy"):
            continue
        for path, text in texts(book, thing, _HINT):
            for sentence in sentences(text):
                if said(sentence, _EXTENDED):
                    found = _MONTHS.search(sentence)
                    more = None if found is None else _DIGITS.get(found[1]) or int(found[1])
                    total = None if more is None or longest is None else longest + more
                    yield key, path, total
                    break
