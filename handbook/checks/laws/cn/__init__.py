"""China: rules by its statutes and its customs, its calendar, and the words they are found by."""

from __future__ import annotations

from handbook.checks.laws.cn import (
    background_check,
    conditions,
    contract,
    equal_treatment,
    extension,
    first_contract,
    in_time,
    one_probation,
    pay,
    policy_dates,
    probation_length,
    refusal,
    score_alone,
    social_insurance,
    written_change,
)
from handbook.checks.laws.cn.calendar_and_limits import COUNTRY
from handbook.checks.laws.cn.customs import CUSTOM_RULES
from handbook.checks.laws.law_set import LawSet
from handbook.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    probation_length.LENGTH,
    probation_length.KIND,
    one_probation.RULE,
    extension.BEYOND,
    extension.WITHIN,
    probation_length.TERM,
    first_contract.RULE,
    pay.RATIO_RULE,
    pay.AMOUNT_RULE,
    conditions.PROVABLE,
    conditions.TOLD,
    in_time.RULE,
    refusal.REASONS,
    refusal.UNION,
    policy_dates.RULE,
    written_change.RULE,
    social_insurance.RULE,
    equal_treatment.PERSON,
    equal_treatment.SHIFTS,
    background_check.NAMED,
    background_check.IN_PROBATION,
    score_alone.RULE,
    pay.FLOOR_RULE,
    probation_length.UNKNOWN,
    *CUSTOM_RULES,
)

CN = LawSet(RULES, COUNTRY, legal=(contract.LENGTH, pay.RATIO, pay.PAY, pay.MINIMUM, pay.PROMOTED))
