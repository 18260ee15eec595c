"""A background check names all that must be told, and is done before hiring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, NotChecked, Told
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.model import Process, Step
from handbook.model.base import FieldPath
from handbook.words.catalogue import Phrase

_CHECK = re.compile("背景调查|背调")
_HINT = re.compile("背景|背调|background")
_ALL = re.compile("")
_NAMED = {
    "purpose": re.compile("目的|用途"),
    "scope": re.compile("范围|只查|与岗位有关"),
    "basis": re.compile("依据"),
    "retention": re.compile("保存期|保存[^，。；]{0,4}(年|月|天|期)|保留期|删除"),
    "consent": re.compile("单独同意"),
}


def unnamed(book: Handbook) -> Iterator[Told]:
    """HB721: a step that checks a background without all that must be told."""
    yield from _unread(book)
    for identity, process, index, step, path in _checks(book):
        told = "".join(text for _, text in texts(book, step, _ALL))
        told += "".join(text for where, text in texts(book, process, _ALL) if where[0] == "notes")
        missing = next((part for part, words in _NAMED.items() if not words.search(told)), None)
        if missing is not None:
            facts = {
                "step": Wording(process.steps[index].name, book),
                "missing": Phrase(f"check.{missing}"),
            }
            yield Finding("HB721", ("process", identity), path, facts)


def in_probation(book: Handbook) -> Iterator[Told]:
    """HB722: a check as part of a confirmation."""
    yield from _unread(book, "confirmation")
    for identity, process, index, _, path in _checks(book):
        if process.type == "confirmation":
            facts = {"step": Wording(process.steps[index].name, book)}
            yield Finding("HB722", ("process", identity), path, facts)


def _unread(book: Handbook, only: str | None = None) -> Iterator[NotChecked]:
    """What nobody can read in the steps of processes, of one type or of all."""
    for identity, process in book.processes.items():
        if only in (None, process.type):
            for i, step in enumerate(process.steps):
                yield from unread(book, ("process", identity), step, ("steps", i), _HINT)


def _checks(book: Handbook) -> Iterator[tuple[str, Process, int, Step, FieldPath]]:
    """The steps that check a background, and the text that says so first."""
    for identity, process in book.processes.items():
        for index, step in enumerate(process.steps):
            for path, text in texts(book, step, _HINT, ("steps", index)):
                if said(text, _CHECK):
                    yield identity, process, index, step, path
                    break


NAMED = Rule("HB721", unnamed, article="law.cn.pipl.13")
IN_PROBATION = Rule("HB722", in_probation, article="law.cn.pipl.13")
