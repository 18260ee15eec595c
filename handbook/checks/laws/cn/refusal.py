"""Who is not confirmed hears the reasons, and the union has heard them before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, NotChecked, Told
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Named, Wording, name_of
from handbook.model import Process, Step

_TOLD = re.compile(
    r"(说明|告知|送达|反馈|写明|通知)[^，。；]{0,12}(理由|原因|依据)|(理由|原因)[^，。；]{0,6}(告知|通知|送达)"
)
_HINT = re.compile("理由|原因|依据")
_UNION = re.compile(
    "(通知|征求|听取|送交|告知|征询|报)[^，。；]{0,8}工会(?!反映|申诉|求助|投诉)|工会[^，。；]{0,6}(意见|同意)"
)
_UNION_HINT = re.compile("工会")
_READ = ("name", "actions")  # the fields of a step that are read


def untold(book: Handbook) -> Iterator[Told]:
    """HB714: from the decision to the refusal without a step that tells the reasons."""
    for identity, process in _confirmations(book):
        if unable := _unread(book, identity, _HINT):
            yield from unable
            continue
        if not any(step.decides for step in process.steps):
            facts = {"name": Wording(process.name, book)}
            yield NotChecked("no-decision", ("process", identity), ("steps",), facts)
        telling = {str(step.id) for step in process.steps if _says(book, step, _TOLD, _HINT)}
        for step in process.steps:
            if step.decides:
                yield from _missing(book, "HB714", identity, telling - {step.id}, str(step.id))


def without_union(book: Handbook) -> Iterator[Told]:
    """HB715: a route to the refusal that passes the union by."""
    for identity, process in _confirmations(book):
        if unable := _unread(book, identity, _UNION_HINT):
            yield from unable
            continue
        hearing = {str(step.id) for step in process.steps if _hears_union(book, step)}
        yield from _missing(book, "HB715", identity, hearing, str(process.steps[0].id))


def _confirmations(book: Handbook) -> Iterator[tuple[str, Process]]:
    return ((name, p) for name, p in book.processes.items() if p.type == "confirmation")


def _unread(book: Handbook, identity: str, hint: re.Pattern[str]) -> list[NotChecked]:
    """What nobody can read in the steps: perhaps it says what seems to be missing."""
    steps = enumerate(book.processes[identity].steps)
    return [
        unable
        for i, step in steps
        for unable in unread(book, ("process", identity), step, ("steps", i), hint, _READ)
    ]


def _missing(
    book: Handbook, code: str, identity: str, passing: set[str], first: str
) -> Iterator[Finding]:
    flow = flow_of(book.processes[identity])
    for arrow in flow.into(flow.ends("refused"), passing, first):
        step = flow.process.steps[int(arrow.path[1])]
        facts = {
            "name": Named(book, "process", identity),
            "step": Wording(step.name, book),
        }
        yield Finding(code, ("process", identity), arrow.path, facts)


def _says(book: Handbook, step: Step, words: re.Pattern[str], hint: re.Pattern[str]) -> bool:
    return any(said(text, words) for path, text in texts(book, step, hint) if path[0] in _READ)


def _hears_union(book: Handbook, step: Step) -> bool:
    return "工会" in name_of(book, "actor", step.actor, "zh") or _says(
        book, step, _UNION, _UNION_HINT
    )


REASONS = Rule("HB714", untold, article="law.cn.21")
UNION = Rule("HB715", without_union, article="law.cn.43")
