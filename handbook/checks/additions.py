"""What a company adds and nothing uses: most likely a misspelt id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbook.checks.finding import Finding
from handbook.company.book import Handbook
from handbook.model.base import Key
from handbook.reading.node import MapNode
from handbook.words.near import Guesses

# Kinds that have no page: a new one that nothing mentions is shown nowhere
PARTS = ("family", "duty", "requirement", "metric", "actor")


def unused(book: Handbook, base: Mapping[Key, MapNode]) -> Iterator[Finding]:
    """HB316: a duty, requirement, metric, actor or family that only the company has."""
    if book.gaps.unread:
        return
    guesses = Guesses()
    for key in book.things:
        kind, identity = key
        if kind in PARTS and key not in base and not _may_be_used(book, key):
            others = guesses.near(identity, (i for k, i in base if k == kind))
            yield Finding("HB316", key, ("id",), {"id": identity}, others)


def _may_be_used(book: Handbook, key: Key) -> bool:
    """Whether something mentions it, or is wrong itself, so that nobody knows."""
    return key in book.users or key[1] in book.half_read
