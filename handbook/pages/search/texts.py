"""Texts without their repetitions: every line once, and for each entry the lines that it has.

The same demand stands on many pages. Written once, the index of 200 pages is a third as large, and
the browser looks at each line once.
"""

from __future__ import annotations

from typing import Any


def lines_of(docs: list[dict[str, Any]]) -> list[str]:
    """Turn each entry's ``lines`` into their numbers in what is returned."""
    numbers: dict[str, int] = {}
    for entry in docs:
        entry["lines"] = [numbers.setdefault(line, len(numbers)) for line in entry["lines"]]
    return list(numbers)
