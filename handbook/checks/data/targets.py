"""Every arrow of a process leads to a step or an end of the same process."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.words.near import Guesses


def find(book: Handbook) -> Iterator[Finding]:
    """HB404: a next, an outcome or a timer that leads nowhere."""
    guesses = Guesses()
    for identity, process in book.processes.items():
        known = dict.fromkeys(str(node.id) for node in process.nodes)
        flow = flow_of(process)
        for arrow in (*flow.arrows, *flow.timers):
            if arrow.target not in known:
                facts, others = {"id": str(arrow.target)}, guesses.near(arrow.target, known)
                yield Finding("HB404", ("process", identity), arrow.path, facts, others)


RULE = DataRule(("HB404",), find)
