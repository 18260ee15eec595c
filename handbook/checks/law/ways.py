"""Ways through a process: what can be reached without passing certain steps."""

from __future__ import annotations

from collections.abc import Iterator, Set

from handbook.model import Process, Step
from handbook.model.base import FieldPath


def arrows(step: Step) -> Iterator[tuple[FieldPath, str]]:
    """Where a step leads, and the path of the field that says so."""
    if step.next is not None:
        yield ("next",), str(step.next)
    for index, outcome in enumerate(step.outcomes):
        yield ("outcomes", index, "to"), str(outcome.to)


def into(process: Process, ends: Set[str], avoiding: Set[str], first: str) -> Iterator[FieldPath]:
    """The arrows into ``ends`` to which one comes from ``first`` without the steps ``avoiding``."""
    steps = {str(step.id): (index, step) for index, step in enumerate(process.steps)}
    open_, seen = [first], {first}
    while open_:
        name = open_.pop()
        if name in avoiding or name not in steps:
            continue
        index, step = steps[name]
        for path, target in arrows(step):
            if target in ends:
                yield ("steps", index, *path)
            elif target not in seen:
                seen.add(target)
                open_.append(target)


def ends(process: Process, result: str) -> set[str]:
    """The ids of the ends with a result."""
    return {str(end.id) for end in process.ends if end.result == result}
