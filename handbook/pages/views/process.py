"""A process: who may start it when, its steps one by one, its ends."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.company.flow import Arrow, flow_of
from handbook.model import CareerPath, End, Outcome, Process, Role, Step
from handbook.pages.addresses import step_anchor
from handbook.pages.charts.content import process_chart
from handbook.pages.charts.mermaid import Chart
from handbook.pages.views.lists import RequirementGroup, by_competency
from handbook.words.text import Link, Text


@dataclass(frozen=True, slots=True)
class Branch:
    """Where an outcome or a ``next`` leads: heading's id, name of the step or end."""

    outcome: Outcome | None
    anchor: str
    name: Text
    number: int | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step with its number and where it leads; ``id`` is unique among all processes."""

    id: str
    number: int
    step: Step
    anchor: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class ProcessView:
    """Everything that a process page prints; ``actors`` have a step, in order of appearance."""

    process: Process
    roles: tuple[Role, ...]
    chart: Chart
    steps: tuple[StepRow, ...]
    actors: tuple[str, ...]
    timers: tuple[tuple[str, End | Step], ...]
    conditions: tuple[RequirementGroup, ...]
    decided_by: str | None
    forms: tuple[str, ...]

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """Heading ids and catalogue keys of the page's parts, for the jump list at its top."""
        found = [("steps", "process.steps")]
        if self.chart.is_readable:
            found.append(("chart", "process.chart"))
        found.append(("ends", "process.ends"))
        if self.conditions:
            found.append(("conditions", "path.conditions"))
        if self.process.notes:
            found.append(("notes", "process.notes"))
        return tuple(found)


def process_view(book: Handbook, identity: str, lang: str) -> ProcessView:
    """Raises KeyError for an unknown id."""
    process = book.processes[identity]
    users: tuple[Role, ...] = book.users_of("role", ("process", identity))
    targets = {str(node.id): node for node in process.nodes}
    return ProcessView(
        process,
        roles=tuple(
            role
            for role in sorted(users, key=lambda role: (role.family, role.grade))
            if identity in _processes_of(role)
        ),
        chart=process_chart(book, process, lang),
        steps=step_rows(process),
        actors=tuple(dict.fromkeys(str(step.actor) for step in process.steps)),
        timers=tuple((f"timer.{t.at}", targets[t.to]) for t in process.timers),
        conditions=by_competency(book, process.requirements),
        decided_by=decided_by(process),
        forms=forms_of(process),
    )


def step_rows(process: Process, prefix: str = "") -> tuple[StepRow, ...]:
    """The steps in order, numbered from 1; ``prefix`` tells the anchors of several lists apart."""
    numbers = {str(step.id): n for n, step in enumerate(process.steps, 1)}
    names = {str(node.id): node.name for node in process.nodes}

    def branch(arrow: Arrow) -> Branch:
        number = numbers.get(arrow.target)
        anchor = step_anchor(arrow.target) if number else f"end-{arrow.target}"
        return Branch(arrow.outcome, f"{prefix}{anchor}", names[arrow.target], number)

    rows = []
    for number, step in enumerate(process.steps, 1):
        branches = tuple(branch(arrow) for arrow in flow_of(process).after[step.id])
        anchor = f"{prefix}{step_anchor(step.id)}"
        rows.append(StepRow(f"{process.id}/{step.id}", number, step, anchor, branches))
    return tuple(rows)


def process_of(book: Handbook, path: CareerPath) -> Process | None:
    """How a career path is gone, None where nobody says."""
    return book.processes[path.process] if path.process else None


def decided_by(process: Process | None) -> str | None:
    """Who has the last word: the actor of the step that says so, None if none does."""
    steps = process.steps if process else ()
    return next((str(step.actor) for step in steps if step.decides), None)


def forms_of(process: Process) -> tuple[str, ...]:
    """The forms of the steps and those that their actions name, each once."""
    return tuple(dict.fromkeys(form for step in process.steps for form in forms_in(step)))


def forms_in(step: Step) -> tuple[str, ...]:
    """The form that is handed in at a step and those that its actions name."""
    pieces = (piece for action in step.actions for piece in action.all_pieces())
    named = (p.id for p in pieces if isinstance(p, Link) and p.kind == "form")
    return (*([str(step.form)] if step.form else []), *named)


def _processes_of(role: Role) -> set[str]:
    processes = {str(path.process) for path in role.paths if path.process}
    return processes | ({str(role.confirmation.process)} if role.confirmation else set())
