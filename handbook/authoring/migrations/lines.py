"""The change from one text to another, made in a third that only looks unlike the first."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

Lines = list[tuple[str, int | None]]
_Range = tuple[int, int, int, int, int, int]


def changed(own: list[str], before: list[str], after: list[str]) -> Lines:
    """``own`` with what differs between ``before`` and ``after``, line by line.

    Each line comes with its number in ``own``, None for a line that is new. Where a change touches
    lines that look different in ``own`` these are taken from ``after`` as a whole.
    """
    result: Lines = []
    o = b = a = 0
    for own_from, own_to, before_from, before_to, after_from, after_to in _common(
        own, before, after
    ):
        if before[b:before_from] == after[a:after_from]:
            result += [(own[n], n) for n in range(o, own_from)]
        else:
            result += [(line, None) for line in after[a:after_from]]
        result += [(own[n], n) for n in range(own_from, own_to)]
        o, b, a = own_to, before_to, after_to
    return result


def _common(own: list[str], before: list[str], after: list[str]) -> Iterator[_Range]:
    """Where all three say the same, ended by the empty range behind all of them."""
    first = SequenceMatcher(None, before, own, autojunk=False).get_matching_blocks()
    second = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    i = j = 0
    while i < len(first) and j < len(second):
        start = max(first[i].a, second[j].a)
        end = min(first[i].a + first[i].size, second[j].a + second[j].size)
        if start < end:
            o, a = first[i].b + start - first[i].a, second[j].b + start - second[j].a
            yield o, o + end - start, start, end, a, a + end - start
        if first[i].a + first[i].size < second[j].a + second[j].size:
            i += 1
        else:
            j += 1
    yield len(own), len(own), len(before), len(before), len(after), len(after)
