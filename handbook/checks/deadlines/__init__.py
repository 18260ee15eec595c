"""Deadlines fit between the day to apply and the day by which a decision must be made."""

from __future__ import annotations

from handbook.checks.deadlines import opening, too_late, windows
from handbook.checks.rule import Rule

DEADLINE_RULES: tuple[Rule, ...] = (
    too_late.RULE,
    opening.OPENS_LATE,
    windows.RULE,
    opening.BEFORE_PROBATION,
    opening.NO_LAST_DAY,
)
