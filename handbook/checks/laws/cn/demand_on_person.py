"""No demand on sex, marriage or childbirth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook

_PERSON = re.compile(
    "限男|限女|(男性|女性)(?!长者|客户|老人|员工)|男士优先|女士优先|男生|女生|性别(?!不限)|未婚|已婚|已育|未育|婚姻|婚育|结婚|生育|怀孕|孕检|孕期|备孕"
)


def find(book: Handbook) -> Iterator[Told]:
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


RULE = Rule("HB719", find, source=Source("law.cn.women.43"))
