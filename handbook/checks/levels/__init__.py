"""Levels build on each other; windows, reviews and links in texts are in order."""

from __future__ import annotations

from handbook.checks.levels import (
    asks_less,
    direction,
    no_tenure,
    review_due,
    same_month,
    tenure_falls,
    unlinked,
)
from handbook.checks.rule import Rule

LEVEL_RULES: tuple[Rule, ...] = (
    asks_less.RULE,
    direction.RULE,
    no_tenure.RULE,
    tenure_falls.RULE,
    review_due.RULE,
    unlinked.RULE,
    same_month.RULE,
)
