"""Deadlines fit between the day to apply and the day by which a decision must be made."""

from __future__ import annotations

from handbook.checks.rule import Rule

DEADLINE_RULES: tuple[Rule, ...] = ()
