"""A new job or pay changes the labour contract, in writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, NotChecked, Told
from handbook.checks.laws.cn.statutes import LABOUR_CONTRACT
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.checks.rule import Rule, Source
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Named, name_of
from handbook.model import Process, Step

_AGREED = re.compile(
    r"书面[^，。；]{0,8}(变更|约定|合同|协议)|变更[^，。；]{0,6}(合同|协议)|(签订|签署|订立)[^，。；]{0,10}(合同|协议)"
    r"|(合同|协议)[^，。；]{0,6}(变更|签字)"
)
_HINT = re.compile("合同|协议|书面")
_READ = ("name", "actions")  # the fields of a step that are read
_PAY = re.compile("调薪|加薪|薪酬调整|薪资调整|工资调整")


def find(book: Handbook) -> Iterator[Told]:
    """HB717: a route to the new job or pay without a written agreement."""
    for identity, process in book.processes.items():
        if _changes_contract(process):
            if unable := _unread(book, process):
                yield from unable
                continue
            written = {str(step.id) for step in process.steps if _is_written(book, step)}
            flow, first = flow_of(process), str(process.steps[0].id)
            if next(flow.into(flow.ends("granted"), written, first), None) is not None:
                facts = {"name": Named(book, "process", identity)}
                about = tuple(("form", str(step.form)) for step in process.steps if step.form)
                yield Finding("HB717", ("process", identity), ("type",), facts, about=about)


def _changes_contract(process: Process) -> bool:
    if process.type == "other":
        return _PAY.search(process.name.zh) is not None
    return process.type in ("promotion", "transfer")


def _unread(book: Handbook, process: Process) -> list[NotChecked]:
    """What nobody can read in the steps and their forms: perhaps it is the agreement."""
    key = ("process", str(process.id))
    found: list[NotChecked] = []
    for i, step in enumerate(process.steps):
        found += unread(book, key, step, ("steps", i), _HINT, _READ)
        if step.form:
            form = ("form", str(step.form))
            found += unread(book, form, book.forms[step.form], fields=("name",))
    return found


def _is_written(book: Handbook, step: Step) -> bool:
    parts = [text for path, text in texts(book, step, _HINT) if path[0] in _READ]
    if step.form:
        parts.append(name_of(book, "form", step.form, "zh"))
    return any(said(text, _AGREED) for text in parts)


RULE = Rule("HB717", find, source=Source("law.cn.35", LABOUR_CONTRACT))
