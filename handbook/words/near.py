"""What somebody may have meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to two known names that resemble ``name``, the nearest first."""
    return tuple(get_close_matches(name[:100], list(known), n=2, cutoff=0.6))
