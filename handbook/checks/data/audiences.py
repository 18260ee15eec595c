"""What some readers see names nothing that is hidden from them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.audience import lacks_of
from handbook.company.book import Handbook
from handbook.words.catalogue import Phrase


def find(book: Handbook) -> Iterator[Finding]:
    """HB444 what must be there names a hidden thing, HB445 a part of it is hidden itself."""
    for lack in lacks_of(book):
        readers = Phrase(f"audience.{lack.audience}")
        if lack.target is None:
            yield Finding("HB445", lack.key, lack.path, {"readers": readers})
        else:
            kind, identity = lack.target
            facts = {"kind": Phrase(f"kind.{kind}"), "id": identity, "readers": readers}
            yield Finding("HB444", lack.key, lack.path, facts)


RULE = DataRule(("HB444", "HB445"), find)
