"""Every arrow of a process leads to a step or an end of the same process."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.company.book import Handbook
from handbook.model.base import FieldPath
from handbook.words.near import near


def missing(book: Handbook) -> Iterator[Finding]:
    """HB404: a next, an outcome or a timer that leads nowhere."""
    for identity, process in book.processes.items():
        known = [str(node.id) for node in process.nodes]
        arrows: list[tuple[FieldPath, str]] = []
        for i, step in enumerate(process.steps):
            if step.next is not None:
                arrows.append((("steps", i, "next"), step.next))
            arrows += [
                (("steps", i, "outcomes", j, "to"), outcome.to)
                for j, outcome in enumerate(step.outcomes)
            ]
        arrows += [(("timers", i, "to"), timer.to) for i, timer in enumerate(process.timers)]
        for path, target in arrows:
            if target not in known:
                facts = {"id": str(target)}
                yield Finding("HB404", ("process", identity), path, facts, near(target, known))
