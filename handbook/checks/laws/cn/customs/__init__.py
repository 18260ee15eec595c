"""Customs of Chinese companies and wordings of Chinese texts, which no statute asks for.

These rules read Chinese words only, so that in texts of another language they would find nothing
and seem to have checked; they run where the law set of China is named, whose words they share.
"""

from __future__ import annotations

from handbook.checks.laws.cn.customs import (
    catch_all,
    duty_above,
    publicity,
    publicity_first,
    vague,
)
from handbook.checks.rule import Rule

CUSTOM_RULES: tuple[Rule, ...] = (
    publicity.RULE,
    publicity_first.RULE,
    duty_above.RULE,
    catch_all.RULE,
    vague.RULE,
)
