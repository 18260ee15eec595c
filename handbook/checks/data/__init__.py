"""The data fits together: what is named is there, once, and of the type that is meant."""

from __future__ import annotations

from handbook.checks.registry import rules_in
from handbook.checks.rule import DataRule, LateRule

DATA_RULES = rules_in(__name__, __path__, DataRule)
LATE_RULES = rules_in(__name__, __path__, LateRule)
