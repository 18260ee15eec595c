"""Which features a page uses: each is a small script, most with a style sheet of the same name.

A block that needs one names it, so a hand-written page that calls its macro gets it too, and a page
that does not stays light.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FEATURES = Path("assets", "features")  # in the theme of the project


@dataclass(frozen=True)
class Feature:
    """A script of the theme; one that has a look of its own is ``styled``."""

    name: str
    styled: bool


def features_of(names: Iterable[str], theme: Path) -> tuple[Feature, ...]:
    """The features of a theme that a page's parts name, each once, in the order of the page."""
    there = known(theme)
    return tuple(there[name] for name in dict.fromkeys(names) if name in there)


@lru_cache
def known(theme: Path) -> dict[str, Feature]:
    """Every feature of a theme that has a script, by name."""
    return {
        script.stem: Feature(script.stem, styled=script.with_suffix(".css").is_file())
        for script in (theme / FEATURES).glob("*.js")
    }
