"""What somebody may have meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to two known names that resemble ``name``, the nearest first."""
    return tuple(get_close_matches(name[:100], list(known), n=2, cutoff=0.6))


@dataclass(slots=True)
class Guesses:
    """``near`` for a whole check, in bounded time: of thousands of mistakes nobody reads the last.

    ``left`` is how many names will still be compared, a second's work.
    """

    left: int = 200_000

    def near(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        """As ``near``; nothing once the time is spent. ``known`` is not looked at then."""
        if self.left <= 0:
            return ()
        names = list(known)
        self.left -= len(names)
        return near(name, names) if self.left >= 0 else ()
