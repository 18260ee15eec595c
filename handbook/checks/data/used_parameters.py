"""Which parameters a handbook and the base name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from handbook.company.book import Handbook, mentions, strings_of
from handbook.model.base import Key
from handbook.reading.node import MapNode
from handbook.words.text import ParameterPlace


def used_in(book: Handbook) -> set[str]:
    """Parameters that the handbook's things and its company mention."""
    named = (target for _, target in mentions(book.company))
    return {identity for kind, identity in chain(book.users, named) if kind == "parameter"}


def named_in(base: Mapping[Key, MapNode]) -> set[str]:
    """Parameters that the unmerged base names, in texts or as a whole field."""
    return set().union(*(_names(kind, node) for (kind, _), node in base.items()))


@lru_cache(maxsize=1 << 14)
def _names(kind: str, node: MapNode) -> frozenset[str]:
    """Those that one thing of the base names; kept, as every company asks."""
    found: set[str] = set()
    for path, text, pieces in strings_of(node):
        if kind != "parameter" or path[-1] == "out_of":
            found.add(text)
        found |= {piece.id for piece in pieces if isinstance(piece, ParameterPlace)}
    return frozenset(found)
