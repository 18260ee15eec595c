"""The law sets, a folder each; a company names those that apply to it, and none applies unnamed.

To add a country: a folder like ``cn`` and a line in LAW_SETS.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handbook.checks.laws.cn import CN
from handbook.checks.laws.law_set import LawSet
from handbook.company.days_and_limits import NO_COUNTRY, Country

LawSets = Mapping[str, LawSet]
LAW_SETS: LawSets = {"cn": CN}


def named(law_sets: LawSets, laws: Iterable[str]) -> tuple[LawSet, ...]:
    """The law sets that a company names, each once; HB427 tells names that are none."""
    return tuple(law_sets[name] for name in dict.fromkeys(laws) if name in law_sets)


def country_of(law_sets: LawSets, laws: Iterable[str]) -> Country:
    """The country of the first law set named that has one: only one calendar can hold."""
    return next((one.country for one in named(law_sets, laws) if one.country), NO_COUNTRY)
