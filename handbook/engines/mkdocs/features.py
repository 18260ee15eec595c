"""Which features a page uses: each is a small script, most with a style sheet of the same name.

A template that needs one says so with ``data-feature="<name>"``, so a hand-written page that calls
its macro gets it too, and a page that does not stays light.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FEATURES = Path(__file__).parents[3] / "overrides" / "assets" / "features"
# Text of the data can't hold this: its quotation marks are escaped
_NEEDED = re.compile(r' data-feature="([a-z-]+)"')


@dataclass(frozen=True)
class Feature:
    """A script of the theme; one that has a look of its own is ``styled``."""

    name: str
    styled: bool


def features_of(html: str) -> tuple[Feature, ...]:
    """The features that a finished page names, each once, in the order of the page."""
    return tuple(known()[name] for name in dict.fromkeys(_NEEDED.findall(html)) if name in known())


@lru_cache
def known() -> dict[str, Feature]:
    """Every feature that has a script, by name."""
    return {
        script.stem: Feature(script.stem, styled=script.with_suffix(".css").is_file())
        for script in FEATURES.glob("*.js")
    }
