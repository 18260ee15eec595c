"""Levels build on each other, and texts say what they mean."""

from __future__ import annotations

from handbook.checks.levels import (
    asks_less,
    catch_all,
    direction,
    duty_above,
    no_tenure,
    review_due,
    same_month,
    tenure_falls,
    unlinked,
    vague,
)
from handbook.checks.rule import Rule

LEVEL_RULES: tuple[Rule, ...] = (
    asks_less.RULE,
    duty_above.RULE,
    direction.RULE,
    no_tenure.RULE,
    tenure_falls.RULE,
    catch_all.RULE,
    vague.RULE,
    review_due.RULE,
    unlinked.RULE,
    same_month.RULE,
)
