"""What a company adds and nothing uses: most likely a misspelt id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbook.checks.finding import Finding
from handbook.company.book import Handbook
from handbook.model.base import Key
from handbook.reading.node import MapNode
from handbook.words.near import near

# Kinds that have no page: a new one that nothing mentions is shown nowhere
PARTS = ("family", "duty", "requirement", "metric", "actor")


def unused(book: Handbook, base: Mapping[Key, MapNode]) -> Iterator[Finding]:
    """HB316: a duty, requirement, metric, actor or family that only the company has."""
    for key in book.things:
        kind, identity = key
        if kind in PARTS and key not in base and key not in book.users:
            known = [i for k, i in base if k == kind]
            yield Finding("HB316", key, ("id",), {"id": identity}, near(identity, known))
