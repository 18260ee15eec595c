"""For HR: whose words the handbook is made of — the company's own, changed, or the base's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from handbook.company.book import Handbook
from handbook.model.base import FieldPath, Key, Model
from handbook.model.kinds import KINDS
from handbook.reading.node import ListNode, MapNode, Node, ScalarNode, scalars
from handbook.words.problem import Place
from handbook.words.text import Text

# What a thing says beside its name; the first that it has
_TEXTS = ("text", "summary", "meaning")


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A thing with its words as they stand; ``changes`` are fields that the company wrote."""

    key: Key
    text: Text | None
    place: Place
    changes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OriginsView:
    """``own`` is not in the base; ``taken`` stands as there. ``left`` is what isn't taken."""

    own: tuple[ThingRow, ...]
    changed: tuple[ThingRow, ...]
    taken: tuple[ThingRow, ...]
    left: tuple[Key, ...]


def origins_view(book: Handbook) -> OriginsView:
    """Every thing of the handbook, by kind and in the order of the files."""
    folder = f"{PurePosixPath(book.company_node.place.file).parent.parent}/"
    rows = [_row(book, key) for kind in KINDS for key in _of(book, kind.name)]
    own = tuple(row for row in rows if row.place.file.startswith(folder))
    others = [row for row in rows if not row.place.file.startswith(folder)]
    return OriginsView(
        own,
        tuple(row for row in others if row.changes),
        tuple(row for row in others if not row.changes),
        tuple(key for kind in KINDS for key in sorted(book.untaken) if key[0] == kind.name),
    )


def _of(book: Handbook, kind: str) -> Iterator[Key]:
    for identity in book.of(kind):
        if book.nodes[kind, identity] is not book.company_node:  # values that company.yml gives
            yield kind, identity


def _row(book: Handbook, key: Key) -> ThingRow:
    node = book.nodes[key]
    changes = tuple(
        (".".join(_named(node, path)), str(scalar.value))
        for path, scalar in scalars(node)
        if path[-1] != "id" and scalar.place.file != node.place.file
    )
    return ThingRow(key, _text(book.things[key]), node.place, changes)


def _text(thing: Model) -> Text | None:
    found = (getattr(thing, name, None) for name in _TEXTS)
    return next((text for text in found if isinstance(text, Text)), None)


def _named(node: Node, path: FieldPath) -> Iterator[str]:
    """The path with the ids of items in place of their numbers, where they have some."""
    for part in path:
        inner = node.entries[str(part)] if isinstance(node, MapNode) else node
        if isinstance(node, ListNode) and isinstance(part, int):
            inner = node.items[part]
            identity = inner.entries.get("id") if isinstance(inner, MapNode) else None
            yield str(identity.value) if isinstance(identity, ScalarNode) else str(part + 1)
        else:
            yield str(part)
        node = inner
