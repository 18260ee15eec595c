"""Levels build on each other, and texts say what they mean."""

from __future__ import annotations

from handbook.checks.rule import Rule

LEVEL_RULES: tuple[Rule, ...] = ()
