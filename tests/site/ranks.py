"""How well queries find what is wanted: the same count for the tests and for bench.search."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SETS = Path(__file__).parent.parent / "search"
DEFAULT = "xingqiao-retail"
Query = dict[str, Any]


def queries(name: str) -> dict[str, list[Query]]:
    """A set of tests/search, by the company in whose handbook each is typed."""
    groups: dict[str, list[Query]] = {}
    for query in yaml.safe_load((SETS / f"{name}.yml").read_text(encoding="utf-8")):
        groups.setdefault(query.get("company", DEFAULT), []).append(query)
    return groups


def rank_of(wanted: list[str], results: list[list[str]]) -> int:
    """The place, from 1, of the first result that is wanted; 0 where none is.

    ``results``: what each result shows unfolded; its page counts, or the section asked for.
    """
    for place, shown in enumerate(results, 1):
        addresses = {address.replace("/index.html", "") for address in shown}
        pages = {address.partition("#")[0] for address in addresses}
        if any(want in (addresses if "#" in want else pages) for want in wanted):
            return place
    return 0


@dataclass(slots=True)
class Ranks:
    """``places``: what ``rank_of`` gave by company and query; shares are from 0 to 1."""

    places: dict[tuple[str, str], int] = field(default_factory=dict)
    nothing: list[str] = field(default_factory=list)

    def among(self, first: int) -> int:
        """How many queries have what is wanted among the first results."""
        return sum(1 <= place <= first for place in self.places.values())

    @property
    def first(self) -> float:
        return self.among(1) / len(self.places)

    @property
    def reciprocal(self) -> float:
        return sum(1 / place for place in self.places.values() if place) / len(self.places)
