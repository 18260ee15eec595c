"""What people see can be seen."""

from __future__ import annotations

from handbook.checks.registry import rules_in
from handbook.checks.rule import Rule

LOOK_RULES = rules_in(__name__, __path__, Rule)
