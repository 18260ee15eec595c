"""No demand on sex, marriage or childbirth; shifts leave out whom the law protects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.laws.cn.words import said, texts
from handbook.checks.rule import Rule
from handbook.company.book import Handbook

_PERSON = re.compile(
    "限男|限女|(男性|女性)(?!长者|客户|老人|员工)|男士优先|女士优先|男生|女生|性别(?!不限)|未婚|已婚|已育|未育|婚姻|婚育|结婚|生育|怀孕|孕检|孕期|备孕"
)
_SHIFT = re.compile("轮班|倒班|夜班|三班|值夜|加班")
_EXEMPT = re.compile("依法|法律规定|免排|除外|不得安排|不安排|孕期|哺乳")


def on_the_person(book: Handbook) -> Iterator[Finding]:
    """HB719: a requirement, or a form's field, about sex, marriage or childbirth."""
    for identity, requirement in book.requirements.items():
        for path, text in texts(book, requirement, _PERSON):
            if path[0] in ("text", "evidence") and (hit := said(text, _PERSON)):
                yield Finding("HB719", ("requirement", identity), path, {"words": hit[0]})
    for identity, form in book.forms.items():
        for path, text in texts(book, form, _PERSON):
            if path[0] == "fields" and (hit := said(text, _PERSON)) and hit[0] != "性别":
                yield Finding("HB719", ("form", identity), path, {"words": hit[0]})


def shifts(book: Handbook) -> Iterator[Finding]:
    """HB720: shifts, nights or overtime asked of everybody."""
    for identity, requirement in book.requirements.items():
        for path, text in texts(book, requirement, _SHIFT):
            if path[0] == "text" and (hit := said(text, _SHIFT)) and not _EXEMPT.search(text):
                yield Finding("HB720", ("requirement", identity), path, {"words": hit[0]})


PERSON = Rule("HB719", on_the_person, article="law.cn.women.43")
SHIFTS = Rule("HB720", shifts, article="law.cn.women.protection")
