"""The company's logo can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.logo import logo_path, objection
from handbook.words.catalogue import Phrase


def find(book: Handbook) -> Iterator[Finding]:
    """HB441 the logo's file is not there, is too large, or is no picture that only shows itself."""
    path = logo_path(book)
    if path is not None and (reason := objection(path)):
        facts = {"name": path.name, "reason": Phrase(reason)}
        yield Finding("HB441", COMPANY, ("logo",), facts)


RULE = DataRule(("HB441",), find)
