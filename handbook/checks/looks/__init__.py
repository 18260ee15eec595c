"""What people see can be seen."""

from __future__ import annotations

from handbook.checks.registry import rules_in

LOOK_RULES = rules_in(__name__, __path__)
