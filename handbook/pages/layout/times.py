"""When one can apply, and how long a step may take, as one line each."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model import CareerPath, Process, Step
from handbook.model.on_purpose import OnPurpose
from handbook.pages.blocks import Line
from handbook.pages.writer import Writer


def tenured(w: Writer, path: CareerPath) -> Line:
    """How long one serves first, or that no time is asked; nothing where nobody says."""
    if path.tenure:
        return w.value(path.tenure)
    return w.words("path.no-minimum") if path.tenure is OnPurpose.NONE else ()


def limited(w: Writer, step: Step) -> Line:
    """How long a step may take, and from when that counts; nothing where nobody says."""
    if not step.within:
        return w.words("step.no-deadline") if step.within is OnPurpose.NONE else ()
    start = (*w.text(step.counts_from), *w.words("step.counts")) if step.counts_from else ()
    return (*start, *w.value(step.within))


def windowed(w: Writer, process: Process | None) -> Line:
    """When one can apply in a process; nothing where nobody says."""
    return tuple(part for line in _window(w, process) for part in line) if process else ()


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
    first = process.steps[0]
    if first.counts_from and first.within:
        if process.windows or process.start:
            yield w.words("process.first-limit")
        yield limited(w, first)
