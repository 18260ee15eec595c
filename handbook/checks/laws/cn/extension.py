"""A probation that is extended: beyond the cap never, within it at the courts' discretion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, NotChecked, Told
from handbook.checks.laws.cn.contract import TERM, cap, probations, unknown
from handbook.checks.laws.cn.words import said, sentences, texts, unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.model.base import FieldPath, Key
from handbook.words.catalogue import Count

_EXTENDED = re.compile(
    r"延长[^，。；]{0,6}试用|试用期[^，。；]{0,6}(延长|顺延|延期)|延期转正|延迟转正"
)
_HINT = re.compile("延|顺")
_MONTHS = re.compile(r"([0-9]+|[一二两三四五六])\s*个月")
_DIGITS = {digit: n for n, digit in enumerate("一二三四五六", 1)} | {"两": 2}


def beyond(book: Handbook) -> Iterator[Told]:
    """HB704: the extension leads beyond the cap."""
    most = cap(book)
    yield from _unread(book)
    for key, path, total in _extensions(book):
        if most is not None and total is not None and total > most:
            facts = {"total": Count(total), "cap": most}
            yield Finding("HB704", key, path, facts, about=_about(book))
            continue
        if total is None:
            yield NotChecked("no-length", key, path)
        yield from unknown(book)


def within(book: Handbook) -> Iterator[Told]:
    """HB705: any other extension."""
    most = cap(book)
    yield from _unread(book)
    for key, path, total in _extensions(book):
        if most is None or total is None or total <= most:
            yield Finding("HB705", key, path, about=_about(book))


def _about(book: Handbook) -> tuple[Key, ...]:
    """What decides between the two: the contract and how long a probation is."""
    roles = (role for role in book.roles.values() if role.probation)
    return (*TERM, *{("value", str(role.probation)) for role in roles})


def _unread(book: Handbook) -> Iterator[NotChecked]:
    for key, thing in book.things.items():
        if key[0] in ("process", "policy"):
            yield from unread(book, key, thing, hint=_HINT)


def _extensions(
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


BEYOND = Rule("HB704", beyond, article="law.cn.19")
WITHIN = Rule("HB705", within, "warning", "law.cn.19")
