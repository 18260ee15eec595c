"""Levels build on each other; windows, reviews and links in texts are in order."""

from __future__ import annotations

from handbook.checks.registry import rules_in
from handbook.checks.rule import Rule

LEVEL_RULES = rules_in(__name__, __path__, Rule)
