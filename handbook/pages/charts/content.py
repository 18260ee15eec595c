"""Processes and ladders → charts. What stands in a chart is decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.wording import name_of, plain_text
from handbook.model import Flowchart, Process, Role, Step
from handbook.model.references import ProcessId
from handbook.pages.charts.mermaid import Arrow, Box, Chart, can_be_read
from handbook.words.catalogue import say


def chart_of(book: Handbook, identity: str, lang: str) -> Chart:
    """The chart of a flowchart or, where there is none with that id, of a process.

    Raises KeyError if there is neither.
    """
    drawn = book.flowcharts.get(identity)
    if drawn is None:
        return process_chart(book, book.processes[identity], lang)
    if drawn.family:
        return ladder_chart(book, str(drawn.family), lang)
    return _of_processes(book, drawn, plain_text(drawn.name, book, lang), lang)


def process_chart(book: Handbook, process: Process, lang: str) -> Chart:
    """Start, steps, timers and ends of one process, as a flowchart is drawn unless it says how."""
    processes = (ProcessId(process.id),)
    view = Flowchart.model_construct(id=process.id, name=process.name, processes=processes)
    title = say("chart.process", lang, name=plain_text(process.name, book, lang))
    return _of_processes(book, view, title, lang)


def ladders_chart(book: Handbook, lang: str) -> Chart:
    """The roles of all job families in one picture, a lane for each family."""
    boxes = [
        replace(_role_box(book, role, lang, None), lane=name_of(book, "family", family, lang))
        for family, roles in book.ladders.items()
        for role in roles
    ]
    arrows = [arrow for role in book.roles.values() for arrow in _path_arrows(book, role, lang)]
    names = [name_of(book, "family", family, lang) for family in book.ladders]
    order = say("list-separator", lang).join(names)
    instead = say("chart.large.ladders", lang, n=len(boxes))
    return Chart(say("chart.ladders", lang), order, tuple(boxes), tuple(arrows), instead=instead)


def ladders_are_parted(book: Handbook, lang: str) -> bool:
    """Whether all families in one picture can't be read: each has its own on its page then."""
    paths = sum(len(role.paths) for role in book.roles.values())
    return not (can_be_read(len(book.roles), paths) and ladders_chart(book, lang).is_readable)


def department_chart(book: Handbook, identity: str, lang: str) -> Chart:
    """Who reports to whom in a department, with superiors from outside it."""
    roles = {str(role.id): role for role in book.staff.get(identity, ())}
    superiors = [book.roles[r.reports_to] for r in roles.values() if r.reports_to]
    shown = {**{str(s.id): s for s in superiors}, **roles}
    ordered = sorted(shown.values(), key=lambda role: (-role.grade, role.id))
    boxes = tuple(_role_box(book, role, lang, None) for role in ordered)
    arrows = tuple(
        Arrow(f"r_{role.reports_to}", f"r_{role.id}")
        for role in ordered
        if role.reports_to in shown
    )
    name = name_of(book, "department", identity, lang)
    title = say("chart.department", lang, name=name)
    names = [box.lines[0] for box in boxes]
    instead = say("chart.large.department", lang, n=len(boxes))
    return Chart(title, say("list-separator", lang).join(names), boxes, arrows, instead=instead)


def ladder_chart(book: Handbook, family: str, lang: str, here: str | None = None) -> Chart:
    """A job family's roles, the career paths between them and out of it; ``here`` is marked.

    Where that is too large to be read: what ``here`` comes from and leads to.
    """
    inside = book.ladders[family]
    if here is None or can_be_read(len(inside), sum(len(role.paths) for role in inside)):
        whole = _ladder(book, family, inside, inside, lang, here)
        if here is None or whole.is_readable:
            return whole
    own = book.roles[here]
    ahead = {str(path.to) for path in own.paths}
    before: tuple[Role, ...] = book.users_of("role", ("role", here))
    near = {str(role.id) for role in before if any(path.to == here for path in role.paths)}
    shown = tuple(role for role in inside if role.id in ahead | near or role is own)
    chart = _ladder(book, family, shown, (own,), lang, here)
    instead = say("chart.large.near", lang, n=len(chart.boxes) - 1)
    part = say("chart.large.part", lang, n=len(inside))
    return replace(chart, part=part, instead=instead, listed=())


def _ladder(
    book: Handbook, family: str, inside: tuple[Role, ...], leading: tuple[Role, ...], lang: str,
    here: str | None,
) -> Chart:  # fmt: skip
    """Roles of a family, and those outside it to which the ``leading`` ones lead."""
    outside = [
        book.roles[path.to]
        for role in leading
        for path in role.paths
        if book.roles[path.to].family != family
    ]
    roles = [*inside, *dict.fromkeys(outside)]
    boxes = {f"r_{role.id}": _role_box(book, role, lang, here) for role in roles}
    arrows = (arrow for role in inside for arrow in _path_arrows(book, role, lang))
    title = say("chart.ladder", lang, name=name_of(book, "family", family, lang))
    order = say("arrow", lang).join(name_of(book, "role", str(r.id), lang) for r in inside)
    shown = tuple(arrow for arrow in arrows if arrow.end in boxes)
    instead = say("chart.large.ladder", lang, n=len(book.ladders[family]))
    listed = (("family", family),)
    return Chart(title, order, tuple(boxes.values()), shown, instead=instead, listed=listed)


def _path_arrows(book: Handbook, role: Role, lang: str) -> Iterator[Arrow]:
    """The career paths on from a role, labelled with their type and the years they take."""
    for path in role.paths:
        label = say(f"path.{path.type}", lang)
        if path.tenure:
            label += f" {book.values[path.tenure].text(lang)}"
        yield Arrow(f"r_{role.id}", f"r_{path.to}", label, by_itself=path.type == "transfer")


def _role_box(book: Handbook, role: Role, lang: str, here: str | None) -> Box:
    grade = say("role.grade-n", lang, grade=role.grade)
    lines = [plain_text(role.name, book, lang), grade]
    if role.id == here:
        lines.append(say("chart.here", lang))
    return Box(f"r_{role.id}", tuple(lines), "task", ("role", str(role.id)), role.id == here)


def _of_processes(book: Handbook, view: Flowchart, title: str, lang: str) -> Chart:
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    for number, identity in enumerate(view.processes):
        process = book.processes[identity]
        prefix = f"p{number}_" if len(view.processes) > 1 else "s_"
        boxes += _boxes(book, process, view, prefix, lang)
        arrows += _arrows(book, process, prefix, lang)
    names = [box.lines[0] for box in boxes]
    steps = sum(len(book.processes[identity].steps) for identity in view.processes)
    return Chart(
        title,
        say("arrow", lang).join(names),
        tuple(boxes),
        tuple(arrows),
        "LR" if view.direction == "right" else "TD",
        say("chart.large.process", lang, n=steps),
        tuple(("process", str(identity)) for identity in view.processes),
    )


def _boxes(
    book: Handbook, process: Process, view: Flowchart, prefix: str, lang: str
) -> Iterator[Box]:
    name = plain_text(process.name, book, lang)
    yield Box(f"{prefix}start", (say("chart.start", lang, name=name),), "start")
    for step in process.steps:
        lane = name_of(book, "actor", step.actor, lang) if view.lanes else None
        yield Box(
            f"{prefix}step_{step.id}",
            tuple(_step_lines(book, step, view, lang)),
            "decision" if len(step.outcomes) > 1 else "task",
            optional=step.optional is not None,
            lane=lane,
            step=(str(process.id), step.id),
        )
    for end in process.ends:
        yield Box(f"{prefix}end_{end.id}", (plain_text(end.name, book, lang),), end.result)


def _step_lines(book: Handbook, step: Step, view: Flowchart, lang: str) -> Iterator[str]:
    yield plain_text(step.name, book, lang)
    details = []
    if "actor" in view.show and not view.lanes:
        details.append(name_of(book, "actor", step.actor, lang))
    if "deadline" in view.show and step.within:
        details.append(book.values[step.within].text(lang))
    if details:
        yield " · ".join(details)
    if "form" in view.show and step.form:
        yield name_of(book, "form", step.form, lang)
    if step.optional:
        yield say("step.if-needed", lang)


def _arrows(book: Handbook, process: Process, prefix: str, lang: str) -> Iterator[Arrow]:
    steps = {step.id for step in process.steps}

    def box(identity: str) -> str:
        return f"{prefix}{'step' if identity in steps else 'end'}_{identity}"

    yield Arrow(f"{prefix}start", box(process.steps[0].id))
    for arrow in flow_of(process).arrows:
        label = ""
        if arrow.outcome is not None:
            label = plain_text(arrow.outcome.label, book, lang)
            if arrow.outcome.at_most:
                limit = book.values[arrow.outcome.at_most].text(lang)
                label += say("chart.at-most", lang, limit=limit)
        yield Arrow(box(arrow.source), box(arrow.target), label)
    for timer in process.timers:
        label = say(f"timer.{timer.at}", lang)
        yield Arrow(f"{prefix}start", box(timer.to), label, by_itself=True)
