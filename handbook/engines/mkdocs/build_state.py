"""What one run of MkDocs shares between its events: made in on_config, new for every build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Protocol

from handbook.engines.mkdocs.features import Feature
from handbook.engines.mkdocs.site import Site


class MacroTable(Protocol):
    """What the pages' macros are, told by the package that mkdocs-macros loads."""

    def table(self) -> Mapping[str, Callable[..., str]]:
        """Macros by name."""
        ...

    def kind_of(self, macro: str) -> str | None:
        """The kind whose id a macro's first argument is, None if it is no id."""
        ...

    def known(self, kind: str) -> list[str]:
        """The ids that a macro for ``kind`` takes."""
        ...


@dataclass(slots=True, repr=False)  # mkdocs-macros prints all that the configuration holds
class Build:
    """``page`` is the page that is being made; ``html`` are finished contents by page.

    ``published`` is called when it is in its place; ``finished`` says that every file is written,
    whatever may be refused afterwards.
    """

    site: Site
    serving: bool
    macros: MacroTable | None = None
    page: Any = None
    fences: int = 0
    features: Mapping[str, Feature] = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)
    publishing: ExitStack = field(default_factory=ExitStack)
    published: Callable[[], None] = lambda: None
    finished: bool = False

    def abandon(self, error: Exception) -> None:
        """End a build that failed: what it built aside is not published."""
        self.publishing.__exit__(type(error), error, error.__traceback__)
