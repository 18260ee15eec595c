"""A piece of YAML together with the place where it stands; merging keeps the places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handbook.model.base import FieldPath
from handbook.words.problem import Place

Scalar = str | int | float | bool | date | None
Plain = Scalar | dict[str, "Plain"] | list["Plain"]


@dataclass(frozen=True, slots=True, eq=False)
class ScalarNode:
    """One value; ``blank`` tells a value that was left out from one written as ``null``."""

    value: Scalar
    place: Place
    blank: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ListNode:
    """A list, in the order of the file."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class MapNode:
    """A mapping; ``keys`` says where each key stands, which is where a bad key is reported."""

    entries: dict[str, Node]
    keys: dict[str, Place]
    place: Place

    def text(self, key: str) -> str | None:
        """The value of ``key`` if it is text."""
        node = self.entries.get(key)
        if isinstance(node, ScalarNode) and isinstance(node.value, str):
            return node.value
        return None


Node = ScalarNode | ListNode | MapNode


def moved(node: Node, above: int) -> Node:
    """The same below ``above`` more lines."""
    place = node.place.below(above)
    if isinstance(node, MapNode):
        entries = {key: moved(child, above) for key, child in node.entries.items()}
        return MapNode(entries, {key: at.below(above) for key, at in node.keys.items()}, place)
    if isinstance(node, ListNode):
        return ListNode(tuple(moved(child, above) for child in node.items), place)
    return ScalarNode(node.value, place, node.blank)


def plain(node: Node) -> Plain:
    """The data without the places."""
    if isinstance(node, MapNode):
        return {key: plain(child) for key, child in node.entries.items()}
    if isinstance(node, ListNode):
        return [plain(child) for child in node.items]
    return node.value


def place_of(node: Node, path: Sequence[str | int], *, of_key: bool = False) -> Place:
    """Where ``path`` leads; parts that the data lacks are skipped, so the nearest parent answers.

    Skipping also drops the tags that pydantic puts into the path of a union. ``of_key`` asks for
    the key rather than the value at the end of the path.
    """
    place = node.place
    for part in path:
        step = _child(node, part)
        if step is None:
            continue
        key_place = node.keys.get(str(part)) if isinstance(node, MapNode) else None
        node = step
        place = key_place if of_key and key_place else node.place
    return place


def node_at(node: Node, path: Sequence[str | int]) -> Node | None:
    """What stands at ``path``, None if the data lacks it."""
    found: Node | None = node
    for part in path:
        found = _child(found, part) if found is not None else None
    return found


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(node, MapNode):
        return node.entries.get(str(part))
    if isinstance(node, ListNode) and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    return None


def lines_of(node: Node) -> range:
    """The lines from the first value of a node to the line in which the last one begins."""
    last = max((each.place.line for _, each in scalars(node)), default=0)
    return range(node.place.line, max(last, node.place.line) + 1)


def scalars(node: Node, path: FieldPath = ()) -> Iterator[tuple[FieldPath, ScalarNode]]:
    """Every single value with its path."""
    if isinstance(node, MapNode):
        for key, child in node.entries.items():
            yield from scalars(child, (*path, key))
    elif isinstance(node, ListNode):
        for index, child in enumerate(node.items):
            yield from scalars(child, (*path, index))
    else:
        yield path, node
