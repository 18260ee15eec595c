"""A company's changes laid over the base, by id; every value keeps the place it came from.

Mappings merge key by key. Lists whose items have ids merge item by item: a known id changes, a
new one is added at the end or ``after:``/``before:`` another, ``remove: true`` takes away. Any
other list is replaced as a whole. ``field: null`` takes a field away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from handbook.model.base import Key
from handbook.reading.node import ListNode, MapNode, Node, ScalarNode
from handbook.reading.validate import CONTROL_KEYS
from handbook.words.near import Guesses
from handbook.words.problem import Place, Problem


def lay_over(
    base: dict[Key, MapNode],
    overlay: dict[Key, MapNode],
    problems: list[Problem],
    removed: dict[Key, Place],
    doubtful: Callable[[Key], bool] = lambda _: False,
    spoiled: set[Key] | None = None,
) -> dict[Key, MapNode]:
    """The things of ``base`` with ``overlay`` applied.

    What hits nothing goes to ``problems``, unless it is ``doubtful`` what stands there;
    ``removed`` learns where a thing was taken away, ``spoiled`` which changes are wrong.
    """
    merged, guesses = dict(base), Guesses()
    for key, change in overlay.items():
        kind, identity = key
        before = len(problems)
        if _wants_removal(change):
            if merged.pop(key, None) is None and not doubtful(key):
                known = (i for k, i in base if k == kind)
                problems.append(_hits_nothing(change, identity, known, guesses))
            problems += _in_vain(change, identity)
            removed[key] = change.keys["remove"]
            continue
        wish = _without(change, ("remove",), problems)
        found = problems if not doubtful(key) else []
        merged[key] = _merge_maps(base[key], wish, found, guesses) if key in base else wish
        if spoiled is not None and any(p.code != "HB317" for p in problems[before:]):
            spoiled.add(key)
    return merged


def merge(base: Node, change: Node, problems: list[Problem]) -> Node:
    """One node with its change applied."""
    return _merge(base, change, problems, Guesses())


def _merge(base: Node, change: Node, problems: list[Problem], guesses: Guesses) -> Node:
    if isinstance(base, MapNode) and isinstance(change, MapNode):
        return _merge_maps(base, change, problems, guesses)
    if isinstance(base, ListNode) and isinstance(change, ListNode):
        ours = _by_id(base) or _as_far_as_named(base)
        if ours and change.items:
            theirs = _by_id(change)
            if theirs is not None:
                return _merge_lists(ours, theirs, change, problems, guesses)
            if faults := list(_faults(change)):
                problems += faults
                return base
    return change


def _merge_maps(
    base: MapNode, change: MapNode, problems: list[Problem], guesses: Guesses
) -> MapNode:
    entries, keys = dict(base.entries), dict(base.keys)
    for key, node in change.entries.items():
        if isinstance(node, ScalarNode) and node.value is None and not node.blank:
            if entries.pop(key, None) is None:
                others = guesses.near(key, base.entries)
                problems.append(Problem("HB312", change.keys[key], {"id": key}, others))
            keys[key] = change.keys[key]  # where to look if the field turns out to be needed
            continue
        entries[key] = _merge(entries[key], node, problems, guesses) if key in entries else node
        keys[key] = change.keys[key]
    return MapNode(entries, keys, base.place)


def _merge_lists(
    base: Mapping[str, Node],
    change: dict[str, MapNode],
    node: ListNode,
    problems: list[Problem],
    guesses: Guesses,
) -> ListNode:
    order = list(base)
    items: dict[str, Node] = dict(base)
    twins: dict[str, list[str]] = {}  # what else has the id, by a mistake: it fares likewise
    for name in base:
        if ":" in name:
            twins.setdefault(name.partition(":")[2], []).append(name)
    for identity, item in change.items():
        if _wants_removal(item):
            if identity in items:
                for name in (identity, *twins.get(identity, ())):
                    order.remove(name)
                    del items[name]
            else:
                problems.append(_hits_nothing(item, identity, base, guesses))
            problems += _in_vain(item, identity)
            continue
        wish = _without(item, CONTROL_KEYS, problems)
        if identity in items:
            items[identity] = _merge(items[identity], wish, problems, guesses)
            for name in twins.get(identity, ()):
                items[name] = _merge(items[name], _without(wish, ("id",), []), [], guesses)
        else:
            items[identity] = wish
            order.append(identity)
        _move(identity, item, order, problems, guesses)
    return ListNode(tuple(items[i] for i in order), node.place)


def _move(
    identity: str, item: MapNode, order: list[str], problems: list[Problem], guesses: Guesses
) -> None:
    for where, shift in (("after", 1), ("before", 0)):
        target = item.text(where)
        if where not in item.entries:
            continue
        others = [i for i in order if i != identity]
        if target not in others:
            place = item.entries[where].place
            meant = guesses.near(target or "", others)
            problems.append(Problem("HB313", place, {"id": target}, meant))
            continue
        order.remove(identity)
        order.insert(order.index(target) + shift, identity)


def _by_id(node: ListNode) -> dict[str, MapNode] | None:
    """The items by id, None unless every item has an id of its own."""
    found: dict[str, MapNode] = {}
    for item in node.items:
        identity = item.text("id") if isinstance(item, MapNode) else None
        if identity is None or identity in found or not isinstance(item, MapNode):
            return None
        found[identity] = item
    return found


def _as_far_as_named(node: ListNode) -> dict[str, Node]:
    """The items of a list in which some have no id of their own, which is told elsewhere.

    Those stand under names that no id can have; nothing where no item has an id.
    """
    found: dict[str, Node] = {}
    for number, item in enumerate(node.items):
        identity = item.text("id") if isinstance(item, MapNode) else None
        known = identity is not None and identity not in found
        found[identity if known and identity else f"{number}:{identity}"] = item
    return found if any(":" not in name for name in found) else {}


def _wants_removal(node: MapNode) -> bool:
    wish = node.entries.get("remove")
    return isinstance(wish, ScalarNode) and wish.value is True


def _in_vain(node: MapNode, identity: str) -> Iterator[Problem]:
    """What is written beside ``remove: true``: somebody meant it to matter."""
    for key, place in node.keys.items():
        if key not in ("id", "remove"):
            yield Problem("HB317", place, {"id": identity, "field": key})


def _without(node: MapNode, keys: tuple[str, ...], problems: list[Problem]) -> MapNode:
    """``node`` without what only says how to merge it; ``remove: false`` says nothing."""
    wish = node.entries.get("remove")
    if wish is not None and not (isinstance(wish, ScalarNode) and isinstance(wish.value, bool)):
        problems.append(Problem("HB216", wish.place, {"field": "remove"}))
    entries = {k: v for k, v in node.entries.items() if k not in keys}
    return MapNode(entries, node.keys, node.place)


def _faults(node: ListNode) -> Iterator[Problem]:
    """Why the items can't be laid over others by id; nothing where they are no mappings."""
    seen: set[str] = set()
    for item in node.items:
        if not isinstance(item, MapNode):
            continue
        identity = item.text("id")
        if identity is None:
            yield Problem("HB201", item.entries.get("id", item).place, {"field": "id"})
        elif identity in seen:
            yield Problem("HB403", item.entries["id"].place, {"id": identity})
        else:
            seen.add(identity)


def _hits_nothing(node: MapNode, identity: str, known: Iterable[str], guesses: Guesses) -> Problem:
    others = guesses.near(identity, known)
    return Problem("HB312", node.entries["id"].place, {"id": identity}, others)
