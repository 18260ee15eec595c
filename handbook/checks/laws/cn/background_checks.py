"""The steps of processes that check a background."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import NotChecked
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.company.book import Handbook
from handbook.model import Process, Step
from handbook.model.base import FieldPath

_CHECK = re.compile("背景调查|背调")
_HINT = re.compile("背景|背调|background")


def unread_checks(book: Handbook, only: str | None = None) -> Iterator[NotChecked]:
    """What nobody can read in the steps of processes, of one type or of all."""
    for identity, process in book.processes.items():
        if only in (None, process.type):
            for i, step in enumerate(process.steps):
                yield from unread(book, ("process", identity), step, ("steps", i), _HINT)


def checks(book: Handbook) -> Iterator[tuple[str, Process, int, Step, FieldPath]]:
    """The steps that check a background, and the text that says so first."""
    for identity, process in book.processes.items():
        for index, step in enumerate(process.steps):
            for path, text in texts(book, step, _HINT, ("steps", index)):
                if said(text, _CHECK):
                    yield identity, process, index, step, path
                    break
