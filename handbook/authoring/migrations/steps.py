"""What migrations are made of. Folders and fields are named as they were at that time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

Documents = MutableMapping[str, Any]
Thing = MutableMapping[str, Any]


class Taken(Exception):
    """A field's new name is in use already; ``thing`` holds it under ``field``."""

    def __init__(self, thing: Thing, field: str) -> None:
        super().__init__(field)
        self.thing, self.field = thing, field


def files_of(documents: Documents, folder: str) -> Iterator[str]:
    """The paths of a kind: ``<folder>.yml`` and ``<folder>/*.yml``, the base's and companies'."""
    for path in list(documents):
        parts = path.split("/")
        own = parts[2:] if parts[0] == "companies" else parts
        if own == [f"{folder}.yml"] or (len(own) == 2 and own[0] == folder):
            yield path


def things(documents: Documents, folder: str) -> Iterator[Thing]:
    """The things of a kind, and what companies change in them."""
    for path in files_of(documents, folder):
        document = documents[path]
        for thing in document if isinstance(document, list) else [document]:
            if isinstance(thing, MutableMapping):
                yield thing


def companies(documents: Documents) -> Iterator[Thing]:
    """Every company.yml."""
    for path in list(documents):
        first, *rest = path.split("/")
        if first == "companies" and rest[1:] == ["company.yml"]:
            yield documents[path]


def rename(thing: Thing, old: str, new: str) -> None:
    """Give a field another name; it stays where it is. Nothing is done where it is not there."""
    if old in thing:
        place(thing, old, {new: thing[old]})


def place(thing: Thing, field: str, instead: MutableMapping[str, Any]) -> None:
    """Put other fields in the place of one. Raises Taken if one of them is there already."""
    if taken := [name for name in instead if name in thing and name != field]:
        raise Taken(thing, taken[0])
    rest = list(thing.items())
    for name, _ in rest:
        del thing[name]
    for name, value in rest:
        thing.update(instead if name == field else {name: value})


def part(items: list[Any], belongs: Callable[[Any], bool]) -> tuple[list[Any], list[Any]]:
    """The items that belong and those that don't, each in their order."""
    return [i for i in items if belongs(i)], [i for i in items if not belongs(i)]
