"""Changes to what the theme prints; each fails where the theme no longer prints what it changes."""

from __future__ import annotations

import re
from functools import partial

from jinja2 import Environment
from mkdocs.exceptions import PluginError

from handbook.words.catalogue import say

_WORKER = re.compile(r'"search": "[^"]*"')


def install(env: Environment, lang: str) -> None:
    """The filters that overrides/main.html uses."""
    env.filters["instead"] = partial(instead, lang)
    env.filters["search_by"] = partial(search_by, lang)


def instead(lang: str, printed: str, old: str, new: str) -> str:
    """``printed`` with ``new`` for ``old``. Raises PluginError if ``old`` is not there."""
    if old not in printed:
        raise PluginError(say("theme.changed", lang, text=old))
    return printed.replace(old, new)


def search_by(lang: str, printed: str, worker: str) -> str:
    """The theme's settings with our search worker. Raises PluginError if none is named there."""
    changed, count = _WORKER.subn(lambda _: f'"search": "{worker}"', printed)
    if count != 1:
        raise PluginError(say("theme.changed", lang, text=_WORKER.pattern))
    return changed
