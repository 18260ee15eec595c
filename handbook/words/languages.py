"""The languages: a folder of the catalogue each, with all that the handbook says in that language.

A part of the house may keep what it alone says in a folder ``catalogue`` of its own, laid out in
the same way: a country's law does.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import yaml

FIRST = "zh"  # the language of the data: every text has it, and it stands in for a missing one
_HOUSE = Path(__file__).parents[1]
MORE = "HANDBOOK_CATALOGUE"  # names a folder with further languages, or other words for these


@cache
def languages() -> tuple[str, ...]:
    """Every language that has a folder, the data's own first."""
    found = {path.name for root in _roots() for path in root.iterdir() if any(path.glob("*.yml"))}
    return (FIRST, *sorted(found - {FIRST}))


@cache
def strings(lang: str) -> dict[str, str]:
    """All strings of one language by key, from every file of its folder."""
    found: dict[str, str] = {}
    for path in (file for root in _roots() for file in sorted((root / lang).glob("*.yml"))):
        found |= yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def _roots() -> list[Path]:
    more = os.environ.get(MORE)
    return [*sorted(_HOUSE.rglob("catalogue")), *([Path(more)] if more else [])]
