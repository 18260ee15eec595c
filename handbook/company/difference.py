"""What differs between two handbooks: things by their ids, and inside them item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model.base import FieldPath, Key, Model, Reference


@dataclass(frozen=True, slots=True)
class Change:
    """A place in a thing that says something else; None where it isn't there.

    ``path`` names items of a list by their ids; an empty one means the whole thing. The order of a
    list that holds the same items in another order is given as a tuple of their names. What a
    company fills in is ``value`` of its parameter.
    """

    key: Key
    path: FieldPath
    before: object
    after: object


def difference(old: Handbook, new: Handbook) -> tuple[Change, ...]:
    """All changes: the company's own facts first, then things as the new handbook has them."""
    company = _inside(("company", str(new.company.id)), (), old.company, new.company)
    facts = (change for change in company if change.path != ("values",))  # told by parameter
    return (*facts, *_things(old.things, new.things), *_values(old, new))


def _things(old: Mapping[Key, Model], new: Mapping[Key, Model]) -> Iterator[Change]:
    for key in {**new, **old}:
        before, after = old.get(key), new.get(key)
        if before is not after:
            yield from _inside(key, (), before, after)


def _values(old: Handbook, new: Handbook) -> Iterator[Change]:
    for identity in {**new.values, **old.values}:
        before, after = (
            known.raw if (known := book.values.get(identity)) else None for book in (old, new)
        )
        if before != after:
            yield Change(("parameter", identity), ("value",), before, after)


def _inside(key: Key, path: FieldPath, before: object, after: object) -> Iterator[Change]:
    if isinstance(before, Model) and type(before) is type(after):
        for name in type(before).model_fields:
            yield from _inside(key, (*path, name), getattr(before, name), getattr(after, name))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _items(key, path, _named(before), _named(after))
    elif before != after:
        yield Change(key, path, before, after)


def _items(
    key: Key, path: FieldPath, before: dict[str | int, object], after: dict[str | int, object]
) -> Iterator[Change]:
    for name in {**after, **before}:
        yield from _inside(key, (*path, name), before.get(name), after.get(name))
    stayed = [name for name in before if name in after]
    if stayed != [name for name in after if name in before]:
        yield Change(key, path, tuple(before), tuple(after))


def _named(items: tuple[object, ...]) -> dict[str | int, object]:
    """Items by their ids; those that have none by their places."""
    return {_name(item, place): item for place, item in enumerate(items)}


def _name(item: object, place: int) -> str | int:
    if isinstance(item, Reference):
        return str(item)
    identity = getattr(item, "id", None)
    return place if identity is None else str(identity)
