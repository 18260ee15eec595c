"""Every id that a field or a text names is there."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.book import Handbook, Use, mentions
from handbook.catalogue import Phrase
from handbook.checks.finding import COMPANY, Finding
from handbook.kinds import KIND_BY_NAME
from handbook.near import near


def missing(book: Handbook) -> Iterator[Finding]:
    """HB401 an unknown kind in a link, HB402 an id that is not there."""
    for use in (*book.uses, *_of_the_company(book)):
        kind, identity = use.target
        if kind not in KIND_BY_NAME:
            yield Finding("HB401", use.user, use.path, {"kind": kind}, near(kind, KIND_BY_NAME))
        elif use.target not in book.nodes:
            known = [i for k, i in book.nodes if k == kind]
            facts: dict[str, object] = {"kind": Phrase(f"kind.{kind}"), "id": identity}
            yield Finding("HB402", use.user, use.path, facts, near(identity, known))


def _of_the_company(book: Handbook) -> Iterator[Use]:
    """What company.yml mentions; whom it extends has been looked up already."""
    for path, target in mentions(book.company):
        if path != ("extends",):
            yield Use(COMPANY, path, target)
