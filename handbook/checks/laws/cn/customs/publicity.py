"""HB604: what is published is carried out while people may still appeal against it.

The publicity (公示) of a result is a custom of China, told by its word.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.calendar.routes import length_of_parameter
from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.lacking import no_deadline, unfilled
from handbook.checks.laws.cn.words import unread
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.flow import flow_of
from handbook.company.values import Valued
from handbook.company.wording import Wording
from handbook.model import Process
from handbook.model.process import Step

_PUBLICITY = "公示"


def find(book: Handbook) -> Iterator[Told]:
    for identity, process in book.processes.items():
        if process.type not in {"promotion", "transfer"} or process.appeal is None:
            continue
        appeal = book.processes[process.appeal]
        lodging = appeal.steps[0].within
        for i, step in enumerate(process.steps):
            yield from unread(book, ("process", identity), step, ("steps", i), fields=("name",))
            following = _carried_out(process, step) if _PUBLICITY in step.name.zh else None
            if following is None:
                continue
            if not step.within:
                yield no_deadline(book, process, i)
            if not lodging:
                yield no_deadline(book, appeal, 0)
            yield from unfilled(book, step.within or None, lodging or None)
            if not (step.within and lodging):
                continue
            shown, objected = (length_of_parameter(book, one) for one in (step.within, lodging))
            if shown and objected and objected.weight > shown.weight:
                facts = {
                    "step": Wording(step.name, book),
                    "publicity": Valued(book.values[step.within]),
                    "appeal": Valued(book.values[lodging]),
                    "following": Wording(following.name, book),
                    "name": Wording(book.parameters[step.within].name, book),
                }
                about = (("process", str(process.id)), ("process", str(process.appeal)))
                yield Finding("HB604", COMPANY, ("values", str(step.within)), facts, about=about)


def _carried_out(process: Process, step: Step) -> Step | None:
    """The step that follows directly where nobody objects."""
    ahead = {arrow.target for arrow in flow_of(process).after[step.id] if not arrow.limited}
    return next((other for other in process.steps if other.id in ahead), None)


RULE = Rule("HB604", find, "warning")
