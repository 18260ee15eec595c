"""company.yml itself is filled in before the handbook is published."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.model import walk
from handbook.words.catalogue import languages, say
from handbook.words.text import Text


def find(book: Handbook) -> Iterator[Finding]:
    """HB417 a text that still says 待填写, HB418 no effective date; fine in a draft."""
    if book.draft:
        return
    if book.company.draft:
        yield Finding("HB426", COMPANY, ("draft",))
    marks = [say("open-word", lang) for lang in languages()]
    for path, value in walk(book.company):
        typed = value.all_typed if isinstance(value, Text) else ()
        if open_ := next((mark for mark in marks for text in typed if mark in text), None):
            yield Finding("HB417", COMPANY, path, {"words": open_})
    if "effective_on" not in book.company_node.entries:
        yield Finding("HB418", COMPANY)


RULE = DataRule(("HB417", "HB418", "HB426"), find, harmless=("HB417", "HB418", "HB426"))
