"""Texts without their repetitions: every line once, and for each entry the lines that it has.

The same demand stands on many pages. Written once, the index of 200 pages is a third as large, and
the browser looks at each line once.
"""

from __future__ import annotations

import re
from typing import Any

_BETWEEN_LINES = re.compile(r"(?<=[^\x00-\xff]) (?=[^\x00-\xff])")  # not around "5 个工作日"


def lines_of(docs: list[dict[str, Any]]) -> list[str]:
    """Take each entry's ``text`` apart into ``lines``, the numbers of lines in what is returned."""
    numbers: dict[str, int] = {}
    for entry in docs:
        lines = _BETWEEN_LINES.split(entry.pop("text"))
        entry["lines"] = [numbers.setdefault(line, len(numbers)) for line in lines if line]
    return list(numbers)
