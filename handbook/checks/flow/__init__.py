"""The process is sound: every way through it ends, is decided and is explained."""

from __future__ import annotations

from handbook.checks.registry import rules_in
from handbook.checks.rule import Rule

FLOW_RULES = rules_in(__name__, __path__, Rule)
