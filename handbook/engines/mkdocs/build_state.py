"""What one run of MkDocs shares between its events: made in on_config, new for every build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Protocol

from handbook.engines.mkdocs.features import Feature
from handbook.engines.mkdocs.links import Linked
from handbook.engines.mkdocs.stash import Stash
from handbook.engines.site import Site
from handbook.pages.search.page_text import Part
from handbook.reading.docs import Docs, WrittenPage
from handbook.words.problem import Problem


class MacroTable(Protocol):
    """What the pages' macros are, told by the package that mkdocs-macros loads."""

    def table(self) -> Mapping[str, Callable[..., str]]:
        """Macros by name."""
        ...

    def kinds_of(self, macro: str) -> tuple[str, ...]:
        """The kinds whose ids a macro's arguments are; none if they are no ids."""
        ...

    def known(self, kind: str) -> list[str]:
        """The ids that a macro for ``kind`` takes."""
        ...


@dataclass(slots=True, repr=False)  # mkdocs-macros prints all that the configuration holds
class Build:
    """``page`` is the page that is being made, ``written`` what was typed for it, if it was, and
    ``line`` the line there. ``html`` are finished contents by page, ``links`` what they link to,
    ``words`` what the search may show of those of the plan, ``page_problems`` what is wrong there.

    ``trying`` says that only mistakes are looked for, which are put into ``told``.

    ``published`` is called when it is in its place; ``finished`` says that every file is written,
    whatever may be refused afterwards.
    """

    site: Site
    serving: bool
    docs: Docs = field(default_factory=Docs)
    trying: bool = False
    macros: MacroTable | None = None
    page: Any = None
    written: WrittenPage | None = None
    line: int = 1
    fences: int = 0
    features: Mapping[str, Feature] = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)
    links: dict[str, Linked] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    words: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    stash: Stash = field(default_factory=Stash)
    page_problems: list[Problem] = field(default_factory=list)
    told: list[Problem] = field(default_factory=list)
    publishing: ExitStack = field(default_factory=ExitStack)
    published: Callable[[], None] = lambda: None
    finished: bool = False
    _typed: dict[str, WrittenPage] = field(init=False)

    def __post_init__(self) -> None:
        self._typed = {page.name: page for page in self.docs.pages}

    def typed(self, file: Any) -> WrittenPage | None:
        """What people typed for a page; None for one of the plan."""
        return None if file.generated_by is not None else self._typed.get(file.src_uri)

    def abandon(self, error: Exception) -> None:
        """End a build that failed: what it built aside is not published."""
        self.publishing.__exit__(type(error), error, error.__traceback__)
