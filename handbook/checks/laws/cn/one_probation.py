"""One employer, one employee, one probation: none with a promotion or transfer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, Told
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.laws.cn.words import said, sentences, texts, unread
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.model import Policy, Process, Role
from handbook.model.base import FieldPath, Key, Model

# 试用期 alone may be that of the first job (未满试用期的员工): a verb or a length must be there
_NEW = re.compile(
    r"试岗|见习期|见习[0-9 一二两三四五六]|考察期"
    r"|(设|约定|经过|经|进入|再|重新|安排|给予|新的|实行|执行|(?<![没只仅])有(?!一次)|为期|需要)[^，。；]{0,12}试用期"
    r"|试用期[^，。；]{0,4}(为|[0-9一二两三四五六][0-9 ]*个?月)"
)
_HINT = re.compile("试用|试岗|见习|考察|probation")
_MOVE = re.compile("晋升|转岗|调岗|新岗位|升职|竞聘")


def find(book: Handbook) -> Iterator[Told]:
    """HB703: a promotion, transfer or path that brings a new probation."""
    for key, thing in book.things.items():
        if isinstance(thing, Process) and thing.type in ("promotion", "transfer"):
            yield from _said(book, key, thing)
        elif isinstance(thing, Policy):
            yield from _said(book, key, thing, of=_MOVE)
        elif isinstance(thing, Role):
            for index, way in enumerate(thing.paths):
                yield from _said(book, key, way, ("paths", index))
                process = book.processes[way.process] if way.process else None
                if process and process.type == "confirmation":
                    facts = {"words": Wording(process.name, book)}
                    path, about = ("paths", index, "process"), (("process", str(way.process)),)
                    yield Finding("HB703", key, path, facts, about=about)


def _said(
    book: Handbook,
    key: Key,
    part: Model,
    inside: FieldPath = (),
    of: re.Pattern[str] | None = None,
) -> Iterator[Told]:
    """Texts with a sentence that sets a probation and, with ``of``, speaks of that, too."""
    yield from unread(book, key, part, inside, _HINT)
    for path, text in texts(book, part, _HINT, inside):
        spoken = (s for s in sentences(text) if of is None or of.search(s))
        hit = next((hit for s in spoken if (hit := said(s, _NEW))), None)
        if hit is not None:
            yield Finding("HB703", key, path, {"words": hit[0]})


RULE = Rule("HB703", find, source=Source("law.cn.19", LABOUR_CONTRACT))
