"""Two numbers of a step of which one must not be above the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.checks.finding import COMPANY, Finding, Told
from handbook.checks.lacking import unfilled
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Wording
from handbook.model import Step

Limits = Callable[[Step], tuple[str, tuple[str, ...]] | None]


def above(book: Handbook, code: str, limits: Limits) -> Iterator[Told]:
    """A finding at each value above one of its limits; ``limits`` names both in a step.

    What it is compared with while it, or a limit, is open is told as not checked, unless the
    verdict holds without it.
    """
    for identity, process in book.processes.items():
        for step in process.steps:
            if (named := limits(step)) is None:
                continue
            value, *most = (book.values[name] for name in (named[0], *named[1]))
            over = next((one for one in most if _is_above(value.raw, one.raw)), None)
            if over is None:
                yield from unfilled(book, named[0], *named[1])
                continue
            facts = {
                "step": Wording(step.name, book),
                "name": Wording(value.parameter.name, book),
                "value": Valued(value),
                "most_name": Wording(over.parameter.name, book),
                "most": Valued(over),
            }
            about = (("process", identity), ("value", str(over.parameter.id)))
            yield Finding(code, COMPANY, ("values", named[0]), facts, about=about)


def _is_above(raw: object, most: object) -> bool:
    if not isinstance(raw, (int, float)) or not isinstance(most, (int, float)):
        return False
    return raw > most
