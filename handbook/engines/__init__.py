"""Engines that build a site of the pages, a folder each; nothing lists them.

``Engine`` says what one must have, ``site.py`` what it is given. None knows another.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from handbook.engines.site import Site

USUAL = "mkdocs"


class Engine(Protocol):
    """The module ``build`` in an engine's folder."""

    def build_site(self, config_file: Path, target: Path, site: Site) -> list[str]:
        """Build a sound site and put it in place of ``target``; gives what to say of the old one.

        ``config_file`` is the mkdocs.yml in which people set things, there or not. The same site
        gives the same bytes. Raises WrongSettings, CannotBuild and CannotPublish; the old site
        stays in any case.
        """
        ...


def engines() -> tuple[str, ...]:
    """The names of all engines."""
    return tuple(found.name for found in iter_modules(__path__) if found.ispkg)


def engine(name: str) -> Engine:
    """The engine of a folder, imported only now: some are slow."""
    return cast("Engine", import_module(f"{__name__}.{name}.build"))
