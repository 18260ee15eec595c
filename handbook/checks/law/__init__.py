"""Rule sets of law; a company names those that apply to it (cn)."""

from __future__ import annotations

from handbook.checks.rule import Rule

LAW_RULES: tuple[Rule, ...] = ()
