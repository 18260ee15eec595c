"""Rule sets of law; a company names those that apply to it (cn)."""

from __future__ import annotations

from handbook.checks.law import (
    cn_background_check,
    cn_conditions,
    cn_equal_treatment,
    cn_extension,
    cn_first_contract,
    cn_in_time,
    cn_legal_names,
    cn_one_probation,
    cn_pay,
    cn_policy_dates,
    cn_probation_length,
    cn_refusal,
    cn_score_alone,
    cn_social_insurance,
    cn_written_change,
    publicity_first,
)
from handbook.checks.rule import Rule

LAW_RULES: tuple[Rule, ...] = (
    cn_probation_length.LENGTH,
    cn_probation_length.KIND,
    cn_one_probation.RULE,
    cn_extension.BEYOND,
    cn_extension.WITHIN,
    cn_probation_length.TERM,
    cn_first_contract.RULE,
    cn_pay.RATIO_RULE,
    cn_pay.AMOUNT_RULE,
    cn_legal_names.RULE,
    cn_conditions.PROVABLE,
    cn_conditions.TOLD,
    cn_in_time.RULE,
    cn_refusal.REASONS,
    cn_refusal.UNION,
    cn_policy_dates.RULE,
    cn_written_change.RULE,
    cn_social_insurance.RULE,
    cn_equal_treatment.PERSON,
    cn_equal_treatment.SHIFTS,
    cn_background_check.NAMED,
    cn_background_check.IN_PROBATION,
    cn_score_alone.RULE,
    cn_pay.FLOOR_RULE,
    cn_probation_length.UNKNOWN,
    publicity_first.RULE,
)
