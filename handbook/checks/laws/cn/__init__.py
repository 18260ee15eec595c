"""China: rules by its statutes and its customs, its calendar, and the words they are found by."""

from __future__ import annotations

from handbook.checks.laws.cn import contract, pay
from handbook.checks.laws.cn.calendar_and_limits import COUNTRY
from handbook.checks.laws.cn.customs import CUSTOM_RULES
from handbook.checks.laws.law_set import LawSet
from handbook.checks.registry import rules_in
from handbook.checks.rule import Rule

LAW_SET = LawSet(
    (*rules_in(__name__, __path__, Rule), *CUSTOM_RULES),
    COUNTRY,
    legal=(contract.LENGTH, pay.RATIO, pay.PAY, pay.MINIMUM, pay.PROMOTED),
)
