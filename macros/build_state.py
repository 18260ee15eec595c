"""What one run of MkDocs shares between its events: made in on_config, new for every build."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from macros.site import Site


@dataclass(slots=True)
class Build:
    """``page`` is the page that is being made; ``html`` are finished contents by page."""

    site: Site
    serving: bool
    page: Any = None
    fences: int = 0
    html: dict[str, str] = field(default_factory=dict)
    publishing: ExitStack = field(default_factory=ExitStack)


_current: Build | None = None


def begin(build: Build) -> Build:
    """Make this the build that is going on."""
    global _current  # noqa: PLW0603 - MkDocs hands nothing of ours to Markdown's fences
    _current = build
    return build


def abandon(error: Exception) -> None:
    """End a build that failed: what it built aside is not published."""
    if _current is not None:
        _current.publishing.__exit__(type(error), error, error.__traceback__)


def current() -> Build:
    """The build that is going on."""
    assert _current is not None
    return _current
