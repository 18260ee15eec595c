"""What a new company takes of the base: ids as somebody names them → ``uses`` of company.yml."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from handbook.company.taking import NAMED
from handbook.company.workshop import Workshop
from handbook.model.base import Key
from handbook.reading.library import CompanyFolder, Library
from handbook.reading.node import ListNode, MapNode, ScalarNode
from handbook.reading.tree import Tree
from handbook.words.near import near
from handbook.words.problem import Place

HERE = Place("company.yml")


class NothingOfTheName(Exception):
    """The base has nothing to take that is called so; ``near`` may have been meant."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name, self.near = name, near(name, known)


def meant(library: Library, names: Iterable[str]) -> frozenset[Key]:
    """What ids stand for, written ``promotion`` or, where several kinds have it, ``process:…``.

    Raises NothingOfTheName.
    """
    there = [key for key in library.base.things if key[0] in NAMED]
    found: set[Key] = set()
    for name in names:
        kind, _, identity = name.rpartition(":")
        keys = {key for key in there if key[1] == identity and kind in ("", key[0])}
        if not keys:
            raise NothingOfTheName(name, (key[1] for key in there))
        found |= keys
    return frozenset(found)


def uses_lines(library: Library, taken: Collection[Key]) -> Iterator[str]:
    """``uses`` of company.yml; what isn't taken stands there as remarks, to be taken later."""
    yield "uses:"
    for kind, folder in NAMED.items():
        ids = [identity for name, identity in library.base.things if name == kind]
        none = not any((kind, identity) in taken for identity in ids)
        if ids:
            yield f"  {'# ' if none else ''}{folder}:"
        for identity in ids:
            left = (kind, identity) not in taken
            yield f"  {'#   ' if none else '  # ' if left else '  '}- {identity}"


def needed(library: Library, taken: Collection[Key]) -> frozenset[str]:
    """The parameters that come along with what is taken."""
    uses = {folder: _ids(kind, taken) for kind, folder in NAMED.items()}
    entries = {"uses": MapNode(dict(uses), dict.fromkeys(uses, HERE), HERE)}
    node = MapNode(dict(entries), dict.fromkeys(entries, HERE), HERE)
    folder = CompanyFolder("", node, Tree(), ())
    alone = Library(library.folder, library.label, library.base, {"": folder})
    book = Workshop(alone).make("", draft=True).book
    return frozenset(book.parameters) if book else frozenset()


def _ids(kind: str, taken: Collection[Key]) -> ListNode:
    return ListNode(tuple(ScalarNode(i, HERE) for name, i in sorted(taken) if name == kind), HERE)
