"""Ids inside one list — steps, ends, articles, fields — are there once."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.model.base import FieldPath, Model


def find(book: Handbook) -> Iterator[Finding]:
    """HB403: the second of two equal ids. Steps and ends of a process share one space."""
    for key, thing in book.things.items():
        for path, identity in thing.once(_doubled):
            yield Finding("HB403", key, (*path, "id"), {"id": identity})


def _doubled(thing: Model) -> tuple[tuple[FieldPath, str], ...]:
    found: list[tuple[FieldPath, str]] = []
    for items in _lists(thing, ()):
        seen: set[str] = set()
        for path, identity in items:
            if identity in seen:
                found.append((path, identity))
            seen.add(identity)
    return tuple(found)


def _lists(thing: Model, path: FieldPath) -> Iterator[list[tuple[FieldPath, str]]]:
    ends: list[tuple[FieldPath, str]] = []
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        if isinstance(value, Model):
            yield from _lists(value, (*path, name))
        if not isinstance(value, tuple):
            continue
        parts = [(i, v) for i, v in enumerate(value) if isinstance(v, Model)]
        here = [((*path, name, i), str(part.id)) for i, part in parts if hasattr(part, "id")]
        if name in ("steps", "ends"):
            ends += here
        elif here:
            yield here
        for index, part in parts:
            yield from _lists(part, (*path, name, index))
    if ends:
        yield ends


RULE = DataRule(("HB403",), find)
