"""When one can apply, and how long a step may take, as one line each."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model import Process, Step
from handbook.pages.blocks import Line
from handbook.pages.writer import Writer


def limited(w: Writer, step: Step) -> Line:
    """How long a step may take, and from when that counts."""
    assert step.within is not None
    start = (*w.text(step.counts_from), *w.words("step.counts")) if step.counts_from else ()
    return (*start, *w.value(step.within))


def windowed(w: Writer, process: Process) -> Line:
    """When one can apply in a process."""
    return tuple(part for line in _window(w, process) for part in line)


def _window(w: Writer, process: Process) -> Iterator[Line]:
    if process.windows:
        yield w.words("process.windows")
        yield w.joined([w.value(month) for month in process.windows], "and")
    for name in ("opens", "closes"):
        offset = getattr(process.start, name, None)
        if offset:
            yield w.words(f"process.{name}.{offset.before}")
            yield w.value(offset.by)
            yield w.words(f"process.{name}.after")
    if not process.windows and not process.start:
        yield w.words("process.any-time")
    first = process.steps[0]
    if first.counts_from and first.within:
        yield w.words("process.first-limit")
        yield limited(w, first)
