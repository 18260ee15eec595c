"""The change from one text to another, made in a third that only looks unlike the first."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

Lines = list[tuple[str, int | None]]


def changed(own: list[str], before: list[str], after: list[str]) -> Lines:
    """``own`` with what differs between ``before`` and ``after``, line by line.

    Each line comes with its number in ``own``, None for a line that is new. Lines that stand in
    ``own`` and not in ``before``, but look otherwise, stay as they are as long as nothing that they
    say changes.
    """
    new: dict[int, list[str]] = {}
    gone: set[int] = set()
    for tag, start, end, first, last in _steps(before, after):
        if tag != "equal":
            new[start] = after[first:last]
            gone |= set(range(start, end))
    result: Lines = []
    for own_from, own_to, start, end in _pieces(own, before):
        touched = any(n in gone or (n > start and n in new) for n in range(start, end))
        if not touched:
            result += [(line, None) for line in new.pop(start, [])] if start < end else []
            result += [(own[n], n) for n in range(own_from, own_to)]
            continue
        for n in range(start, end):
            result += [(line, None) for line in new.pop(n, [])]
            result += [] if n in gone else [(before[n], None)]
    return result + [(line, None) for lines in new.values() for line in lines]


def _pieces(own: list[str], before: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Lines of ``own`` with those of ``before`` that say the same, as few together as can be."""
    for _, own_from, own_to, start, end in _steps(own, before):
        if own_to - own_from == end - start:
            yield from ((own_from + n, own_from + n + 1, start + n, start + n + 1)
                        for n in range(end - start))  # fmt: skip
        else:
            yield own_from, own_to, start, end


def _steps(one: list[str], other: list[str]) -> list[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()  # type: ignore[return-value]
