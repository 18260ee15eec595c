"""What mkdocs-macros-plugin loads: the macros for pages, and one name, ``handbook``."""

from __future__ import annotations

from typing import Any

from handbook.engines.mkdocs.plugin import plugin_of

from .library import Macros  # whatever the package is called: see handbook/reading/shipped.py


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros-plugin."""
    build = plugin_of(env.conf).build
    env.variables["handbook"] = build.site.book
    if build.site.book is not None:
        build.macros = Macros(build)
        for name, macro in build.macros.table().items():
            env.macro(macro, name)
