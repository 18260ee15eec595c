"""How the steps of a process are assessed, and the score sheet that follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import Assessment, Panel, Process, Step

MOST_SIGNATURES = 12  # more have no room on one sheet of paper
FEWEST = 1


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """One step's sheet: the step, its criteria, its panel, and how many signatures it needs."""

    process: Process
    step: Step
    assessment: Assessment
    panel: Panel | None
    signatures: int


def assessed(process: Process) -> tuple[tuple[Step, Assessment], ...]:
    """The steps that score, with what they score by."""
    return tuple((step, step.assessment) for step in process.steps if step.assessment)


def score_sheets(book: Handbook, identity: str) -> tuple[ScoreSheet, ...]:
    """A sheet for each step that scores. Raises KeyError for an unknown id."""
    process = book.processes[identity]
    return tuple(
        ScoreSheet(process, step, one, step.panel, _signatures(book, step.panel))
        for step, one in assessed(process)
    )


def _signatures(book: Handbook, panel: Panel | None) -> int:
    """As many as sit on the panel; one where nobody sits on one, or while that is open."""
    if panel is None:
        return FEWEST
    size = book.values[panel.size].whole
    return max(FEWEST, min(size or len(panel.members), MOST_SIGNATURES))
