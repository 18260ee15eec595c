"""Values: filled in, known, of the right type, within bounds; parameters: used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import chain

from handbook.checks.finding import COMPANY, Finding
from handbook.company.book import Handbook, mentions, strings_of
from handbook.company.values import broken_bounds, is_number, wrong_type
from handbook.company.wording import Wording
from handbook.model.base import Key
from handbook.reading.node import MapNode
from handbook.words.catalogue import Count, Phrase
from handbook.words.near import Guesses
from handbook.words.text import ParameterPlace

# Findings of a reference that does not lead where it was meant to
_LOSES = ("HB315", "HB401", "HB402", "HB422", "HB423", "HB433")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?\Z")


def unfilled(book: Handbook) -> Iterator[Finding]:
    """HB411: a parameter that this handbook shows and the company left open; fine in a draft."""
    values = book.company_node.entries.get("values")
    if book.draft or (values is not None and not isinstance(values, MapNode)):
        return
    for identity in sorted(_used(book)):
        value = book.values.get(identity)
        if value is not None and value.raw is None:
            facts = {"id": identity, "name": Wording(value.parameter.name, book)}
            yield Finding("HB411", COMPANY, ("values", identity), facts)


def unknown_values(book: Handbook) -> Iterator[Finding]:
    """HB412: a value for a parameter that does not exist."""
    guesses = Guesses()
    for identity in book.company.values:
        key = ("parameter", identity)
        if book.gaps.may_hold(key) or (key in book.gaps.removed and key in book.users):
            continue
        if book.nodes.get(key) in (None, book.company_node):
            others = guesses.near(identity, (i for i in book.values if i != identity))
            yield Finding("HB412", COMPANY, ("values", identity), {"id": identity}, others, True)


def built_in(book: Handbook) -> Iterator[Finding]:
    """HB206: a parameter with the name of one that company.yml itself fills."""
    for identity in ("company_name", "company_short_name"):
        if book.nodes["parameter", identity] is not book.company_node:
            yield Finding("HB206", ("parameter", identity), ("id",), {"id": identity})


def wrong_values(book: Handbook) -> Iterator[Finding]:
    """HB413 a value of the wrong type; HB414, HB419 and HB420 one out of bounds."""
    for identity, raw in book.company.values.items():
        value = book.values.get(identity)
        if raw is None or value is None:
            continue
        parameter, path = value.parameter, ("values", identity)
        facts: dict[str, object] = {"name": Wording(parameter.name, book), "value": _shown(raw)}
        quoted = _DATE if parameter.type == "date" else _NUMBER if is_number(parameter) else None
        if isinstance(raw, str) and quoted and quoted.match(raw):
            yield Finding("HB421", COMPANY, path, facts)
        elif wrong_type(parameter, raw):
            facts["wanted"] = Phrase(f"expected.{parameter.type}")
            yield Finding("HB413", COMPANY, path, facts)
        elif broken := broken_bounds(parameter, raw):
            low, high = broken
            facts |= {"low": Count(low or 0), "high": Count(high or 0)}
            code = "HB419" if high is None else "HB420" if low is None else "HB414"
            yield Finding(code, COMPANY, path, facts)


def above_full_score(book: Handbook) -> Iterator[Finding]:
    """HB415: a score above the full score that its parameter names with ``out_of``."""
    for identity, value in book.values.items():
        full = book.values.get(value.parameter.out_of or "")
        if full is None or not isinstance(value.raw, (int, float)):
            continue
        if isinstance(full.raw, (int, float)) and value.raw > full.raw:
            facts = {
                "name": Wording(value.parameter.name, book),
                "value": Count(value.raw),
                "full_name": Wording(full.parameter.name, book),
                "full": Count(full.raw),
            }
            yield Finding("HB415", COMPANY, ("values", identity), facts)


def unused(
    book: Handbook, base: Mapping[Key, MapNode], others: Iterable[Finding]
) -> Iterator[Finding]:
    """HB416: a parameter that neither this handbook nor the base names anywhere.

    Where something is wrong, by ``others`` that were found, or can't be read, what named it may be
    lost; then only one without a value is told: for one in use there would be one.
    """
    lost = not book.gaps.whole or any(other.code in _LOSES for other in others)
    used = _used(book) | _named_in(base) | book.half_read
    for identity in book.parameters:
        if lost and (book.values[identity].raw is not None or book.draft):
            continue
        if identity not in used and book.nodes["parameter", identity] is not book.company_node:
            yield Finding("HB416", ("parameter", identity), ("id",), {"id": identity})


def _used(book: Handbook) -> set[str]:
    named = (target for _, target in mentions(book.company))
    return {identity for kind, identity in chain(book.users, named) if kind == "parameter"}


def _named_in(base: Mapping[Key, MapNode]) -> set[str]:
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


def _shown(raw: object) -> str:
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, (dict, list)):
        return "…"
    return raw.isoformat() if isinstance(raw, date) else str(raw)[:60]
