"""Every string that people see, Chinese and English; ``zh.<topic>.yml`` adds to ``zh.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """A string that is looked up once the language is known."""

    key: str


@cache
def strings(lang: str) -> dict[str, str]:
    """All strings of one language by key."""
    found: dict[str, str] = {}
    for path in sorted(Path(__file__).parent.glob(f"{lang}*.yml")):
        found |= yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def say(key: str, lang: str, /, **facts: object) -> str:
    """The string ``key`` in ``lang`` with its ``{places}`` filled in.

    A count of exactly 1 under the name ``n`` takes the key ``<key>.one`` where a language has
    one. Raises KeyError for a key or place that the catalogue does not know: that is a bug.
    """
    table = strings(lang)
    if facts.get("n") == 1 and f"{key}.one" in table:
        key = f"{key}.one"
    return table[key].format(**facts) if facts else table[key]
