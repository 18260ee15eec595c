"""Looking into laid out pages: everything of one kind, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from handbook.pages.blocks import Blocks, Heading, Link, text_of

T = TypeVar("T")


def every(part: Any, kind: type[T]) -> Iterator[T]:
    """All blocks or parts of lines of a kind, in reading order."""
    if isinstance(part, kind):
        yield part
    if isinstance(part, tuple):
        for one in part:
            yield from every(one, kind)
    elif is_dataclass(part):
        for one in fields(part):
            yield from every(getattr(part, one.name), kind)


def headings(blocks: Blocks, level: int) -> list[str]:
    """The words of all headings of a level."""
    return [text_of(one.line) for one in every(blocks, Heading) if one.level == level]


def pages(part: Any) -> list[str | None]:
    """The pages that the links lead to."""
    return [one.to.page for one in every(part, Link)]


def marked(part: Any, kind: type[T], name: str) -> dict[str, T]:
    """Blocks of a kind that have a mark, by its value."""
    found: dict[str, T] = {}
    for one in every(part, kind):
        marks = dict(getattr(one, "marks"))  # noqa: B009
        if name in marks:
            found[marks[name]] = one
    return found
