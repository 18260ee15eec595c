"""Deadlines fit between the day to apply and the day by which a decision must be made."""

from __future__ import annotations

from handbook.checks.registry import rules_in
from handbook.checks.rule import Rule

DEADLINE_RULES = rules_in(__name__, __path__, Rule)
