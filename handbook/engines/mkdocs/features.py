"""Which features a page uses: each is a small script, most with a style sheet of the same name.

A block that needs one names it, so a hand-written page that calls its macro gets it too, and a page
that does not stays light.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError

from handbook.words.catalogue import say

FEATURES = Path("assets", "features")  # in a folder of the theme


@dataclass(frozen=True)
class Feature:
    """A script of the theme; one that has a look of its own is ``styled``."""

    name: str
    styled: bool


def features_of(
    names: Iterable[str], there: Mapping[str, Feature], lang: str
) -> tuple[Feature, ...]:
    """The features that a page's parts name, each once, in the order of the page.

    Raises PluginError for one that the theme has no script for: the page would stay dead.
    """
    wanted = list(dict.fromkeys(names))
    for name in wanted:
        if name not in there:
            file = (FEATURES / f"{name}.js").as_posix()
            raise PluginError(say("theme.missing", lang, file=file))
    return tuple(there[name] for name in wanted)


def known(theme: Iterable[str]) -> dict[str, Feature]:
    """Every feature by name that has a script in one of the theme's folders."""
    folders = [Path(folder) / FEATURES for folder in theme]
    scripts = {script.stem for folder in folders for script in folder.glob("*.js")}
    sheets = {sheet.stem for folder in folders for sheet in folder.glob("*.css")}
    return {name: Feature(name, styled=name in sheets) for name in scripts}
