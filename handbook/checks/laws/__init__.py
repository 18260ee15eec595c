"""The law sets, a folder each; a company names those that apply to it, and none applies unnamed.

Nothing lists them: whatever folder stands here has a LAW_SET and is called as companies name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules

from handbook.checks.laws.law_set import LawSet
from handbook.company.days_and_limits import NO_COUNTRY, Country

LawSets = Mapping[str, LawSet]
LAW_SETS: LawSets = {
    found.name: import_module(f"{__name__}.{found.name}").LAW_SET
    for found in iter_modules(__path__)
    if found.ispkg
}


def named(law_sets: LawSets, laws: Iterable[str]) -> tuple[LawSet, ...]:
    """The law sets that a company names, each once; HB427 tells names that are none."""
    return tuple(law_sets[name] for name in dict.fromkeys(laws) if name in law_sets)


def country_of(law_sets: LawSets, laws: Iterable[str]) -> Country:
    """The country of the first law set named that has one: only one calendar can hold."""
    return next((one.country for one in named(law_sets, laws) if one.country), NO_COUNTRY)
