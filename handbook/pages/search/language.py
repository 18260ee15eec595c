"""How people ask: the words of language.yml, which hold for every handbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("language.yml")


@dataclass(frozen=True, slots=True)
class Language:
    """``topics`` by kind of page and id of the heading; ``weights`` by kind of page;
    ``mentions``: how much a mention in a part counts, 1 unless it is told."""

    questions: dict[str, list[str]]
    silent: list[str]
    short: dict[str, str]
    topics: dict[str, dict[str, list[str]]]
    weights: dict[str, float]
    mentions: dict[str, dict[str, float]]

    def topics_of(self, kind: str, anchor: str) -> tuple[str, ...]:
        """What the part of a page under ``anchor`` is about; "" is the page itself."""
        return tuple(self.topics.get(kind, {}).get(anchor or "page", ()))


@cache
def language() -> Language:
    """Read once."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return Language(**content)
