"""Which features a page uses: each is a small script, most with a style sheet of the same name.

A block that needs one names it, so a hand-written page that calls its macro gets it too, and a page
that does not stays light.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FEATURES = Path(__file__).parents[3] / "overrides" / "assets" / "features"


@dataclass(frozen=True)
class Feature:
    """A script of the theme; one that has a look of its own is ``styled``."""

    name: str
    styled: bool


def features_of(names: Iterable[str]) -> tuple[Feature, ...]:
    """The features that a page's parts name, each once, in the order of the page."""
    return tuple(known()[name] for name in dict.fromkeys(names) if name in known())


@lru_cache
def known() -> dict[str, Feature]:
    """Every feature that has a script, by name."""
    return {
        script.stem: Feature(script.stem, styled=script.with_suffix(".css").is_file())
        for script in FEATURES.glob("*.js")
    }
