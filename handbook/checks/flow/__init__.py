"""The process is sound: every way through it ends, is decided and is explained."""

from __future__ import annotations

from handbook.checks.rule import Rule

FLOW_RULES: tuple[Rule, ...] = ()
