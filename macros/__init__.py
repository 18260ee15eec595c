"""What mkdocs-macros-plugin loads: the macros for pages, and one name, ``handbook``."""

from __future__ import annotations

from typing import Any

from macros.library import Macros
from macros.site import Settings, site_of


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros-plugin."""
    site = site_of(Settings.of(env.conf))
    env.variables["handbook"] = site.book
    if site.book is not None:
        for name, macro in Macros(site, lambda: env.page).table().items():
            env.macro(macro, name)
