"""A decision can go either way."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import Finding
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.words.catalogue import Phrase


def find(book: Handbook) -> Iterator[Finding]:
    """HB511: no end that grants, or no end that refuses although somebody decides."""
    for identity, process in book.processes.items():
        results = {end.result for end in process.ends}
        decided = any(step.decides for step in process.steps)
        missing = "granted" if "granted" not in results else None
        if decided and "refused" not in results:
            missing = "refused"
        if missing is not None:
            facts = {
                "name": Wording(process.name, book),
                "result": Phrase(f"HB511.{missing}"),
            }
            yield Finding("HB511", ("process", identity), ("ends",), facts, of_key=True)


RULE = Rule("HB511", find)
