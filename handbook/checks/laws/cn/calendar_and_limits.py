"""China as data: the days that the State Council publishes, and the legal table of probations."""

from __future__ import annotations

from chinese_calendar.constants import holidays, workdays

from handbook.company.days_and_limits import Country, ProbationLimits, PublishedDays

PUBLISHED = PublishedDays(
    min(holidays).year,
    max(holidays).year,
    frozenset(holidays),
    frozenset(workdays),
    "law.cn.working-days",
)
# Labour Contract Law, article 19; where the kind of contract allows none: articles 19 and 70
STATUTORY = ProbationLimits(((36, 6), (12, 2), (3, 1)), 6)
COUNTRY = Country(PUBLISHED, STATUTORY, frozenset({"task", "part_time"}))
