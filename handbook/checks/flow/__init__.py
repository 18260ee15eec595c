"""The process is sound: every way through it ends, is decided and is explained."""

from __future__ import annotations

from handbook.checks.flow import (
    dead_end,
    endless_loop,
    no_deadline,
    no_reasons,
    no_timer,
    nobody_decides,
    one_sided,
    one_way,
    optional_decision,
    same_label,
    self_approval,
    several_decide,
    two_timers,
    unreachable,
)
from handbook.checks.rule import Rule

FLOW_RULES: tuple[Rule, ...] = (
    unreachable.RULE,
    dead_end.RULE,
    same_label.RULE,
    one_way.RULE,
    endless_loop.RULE,
    no_deadline.RULE,
    self_approval.RULE,
    no_reasons.RULE,
    no_timer.RULE,
    nobody_decides.RULE,
    one_sided.RULE,
    optional_decision.RULE,
    two_timers.RULE,
    several_decide.RULE,
)
