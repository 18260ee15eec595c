"""Customs of Chinese companies and wordings of Chinese texts, which no statute asks for.

These rules read Chinese words only, so that in texts of another language they would find nothing
and seem to have checked; they run where the law set of China is named, whose words they share.
"""

from __future__ import annotations

from handbook.checks.registry import rules_in
from handbook.checks.rule import Rule

CUSTOM_RULES = rules_in(__name__, __path__, Rule)
