"""No demand on sex, marriage or childbirth; shifts leave out whom the law protects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook

_PERSON = re.compile(
    "限男|限女|(男性|女性)(?!长者|客户|老人|员工)|男士优先|女士优先|男生|女生|性别(?!不限)|未婚|已婚|已育|未育|婚姻|婚育|结婚|生育|怀孕|孕检|孕期|备孕"
)
_SHIFT = re.compile("轮班|倒班|夜班|三班|值夜|加班")
_EXEMPT = re.compile("依法|法律规定|免排|除外|不得安排|不安排|孕期|哺乳")


def on_the_person(book: Handbook) -> Iterator[Told]:
    """HB719: a requirement, or a form's field, about sex, marriage or childbirth."""
    for identity, requirement in book.requirements.items():
        key, read = ("requirement", identity), ("text", "evidence")
        yield from unread(book, key, requirement, hint=_PERSON, fields=read)
        for path, text in texts(book, requirement, _PERSON):
            if path[0] in read and (hit := said(text, _PERSON)):
                yield Finding("HB719", key, path, {"words": hit[0]})
    for identity, form in book.forms.items():
        yield from unread(book, ("form", identity), form, hint=_PERSON, fields=("fields",))
        for path, text in texts(book, form, _PERSON):
            if path[0] == "fields" and (hit := said(text, _PERSON)) and hit[0] != "性别":
                yield Finding("HB719", ("form", identity), path, {"words": hit[0]})


def shifts(book: Handbook) -> Iterator[Told]:
    """HB720: shifts, nights or overtime asked of everybody."""
    for identity, requirement in book.requirements.items():
        key = ("requirement", identity)
        yield from unread(book, key, requirement, hint=_SHIFT, fields=("text",))
        for path, text in texts(book, requirement, _SHIFT):
            if path[0] == "text" and (hit := said(text, _SHIFT)) and not _EXEMPT.search(text):
                yield Finding("HB720", key, path, {"words": hit[0]})


PERSON = Rule("HB719", on_the_person, article="law.cn.women.43")
SHIFTS = Rule("HB720", shifts, article="law.cn.women.protection")
