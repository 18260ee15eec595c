"""What a law set is: everything that the handbook knows of one country, and nothing else does."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.checks.rule import Rule
from handbook.company.days_and_limits import Country


@dataclass(frozen=True, slots=True)
class LawSet:
    """Its rules, and the country by whose days and limits the calendar counts.

    ``legal`` are the names that ``legal:`` of a parameter may have for these rules. A set of rules
    that add to a country's, such as a city's, has no country of its own.
    """

    rules: tuple[Rule, ...]
    country: Country | None = None
    legal: tuple[str, ...] = ()
