"""What a company adds and nothing uses: most likely a misspelt id."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Around, LateRule
from handbook.company.book import Handbook
from handbook.words.near import Guesses

# Kinds that have no page: a new one that nothing mentions is shown nowhere
PARTS = ("family", "duty", "requirement", "competency", "metric", "actor")


def find(book: Handbook, around: Around) -> Iterator[Finding]:
    """HB316: a duty, requirement, competency, metric, actor or family that only the company has.

    Not told of what something wrong may have meant: a field that can't be used, or a reference of
    those ``found`` to lead nowhere.
    """
    guesses = Guesses()
    base = around.base
    meant = {name for other in around.found for name in other.near}
    for key in book.things:
        kind, identity = key
        if kind not in PARTS or key in base or kind in book.gaps.lost or identity in meant:
            continue
        if key not in book.users and identity not in book.half_read:
            near = guesses.near(identity, (i for k, i in base if k == kind))
            yield Finding("HB316", key, ("id",), {"id": identity}, near)


RULE = LateRule(("HB316",), find, harmless=("HB316",))
