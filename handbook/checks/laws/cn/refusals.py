"""Ways of a confirmation to the refusal, and what its steps say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.finding import Finding, NotChecked
from handbook.checks.laws.cn.words import said, texts, unread
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import Named, Wording
from handbook.model import Process, Step

READ = ("name", "actions")  # the fields of a step that are read


def confirmations(book: Handbook) -> Iterator[tuple[str, Process]]:
    return ((name, p) for name, p in book.processes.items() if p.type == "confirmation")


def unread_steps(book: Handbook, identity: str, hint: re.Pattern[str]) -> list[NotChecked]:
    """What nobody can read in the steps: perhaps it says what seems to be missing."""
    steps = enumerate(book.processes[identity].steps)
    return [
        unable
        for i, step in steps
        for unable in unread(book, ("process", identity), step, ("steps", i), hint, READ)
    ]


def missing(
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


def says(book: Handbook, step: Step, words: re.Pattern[str], hint: re.Pattern[str]) -> bool:
    return any(said(text, words) for path, text in texts(book, step, hint) if path[0] in READ)
