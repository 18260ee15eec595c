"""Ways out of the pages beside a site, for other programs: a module each, nothing lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from handbook.pages.listing import Page


class WayOut(Protocol):
    """A module of this folder; it is called as people ask for it."""

    def files(self, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
        """What is written of a handbook's pages: each file's path and content."""
        ...


def ways_out() -> tuple[str, ...]:
    """The names of all."""
    return tuple(found.name for found in iter_modules(__path__))


def way_out(name: str) -> WayOut:
    """The one of that name."""
    return cast("WayOut", import_module(f"{__name__}.{name}"))
