"""HB604: what is published is carried out while people may still appeal against it.

The publicity (公示) of a result is a custom of China, told by its word.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.calendar.routes import length_of_parameter
from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.values import Valued
from handbook.company.wording import Wording
from handbook.model import Process
from handbook.model.process import Step

_PUBLICITY = "公示"


def find(book: Handbook) -> Iterator[Finding]:
    for process in book.processes.values():
        if process.type not in {"promotion", "transfer"} or process.appeal is None:
            continue
        lodging = book.processes[process.appeal].steps[0].within
        appeal = length_of_parameter(book, lodging) if lodging else None
        for step in _publishing(process):
            assert step.within is not None
            publicity = length_of_parameter(book, step.within)
            if lodging is None or appeal is None or publicity is None:
                continue
            following = _carried_out(process, step)
            if following and appeal.weight > publicity.weight:
                facts = {
                    "step": Wording(step.name, book),
                    "publicity": Valued(book.values[step.within]),
                    "appeal": Valued(book.values[lodging]),
                    "following": Wording(following.name, book),
                    "name": Wording(book.parameters[step.within].name, book),
                }
                about = (("process", str(process.id)), ("process", str(process.appeal)))
                yield Finding("HB604", COMPANY, ("values", str(step.within)), facts, about=about)


def _publishing(process: Process) -> Iterator[Step]:
    """The steps in which a result is published (公示) for a time."""
    for step in process.steps:
        if step.within is not None and _PUBLICITY in step.name.zh:
            yield step


def _carried_out(process: Process, step: Step) -> Step | None:
    """The step that follows directly where nobody objects."""
    ahead = {arrow.target for arrow in flow_of(process).after[step.id] if not arrow.limited}
    return next((other for other in process.steps if other.id in ahead), None)


RULE = Rule("HB604", find, "warning")
