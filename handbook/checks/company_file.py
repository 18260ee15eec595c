"""company.yml itself is filled in before the handbook is published, and its logo can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handbook.calendar.working_days import calendar_of
from handbook.checks.finding import COMPANY, Finding
from handbook.company.book import Handbook
from handbook.company.logo import logo_path, objection
from handbook.model import walk
from handbook.words.catalogue import Phrase, languages, say
from handbook.words.text import Text


def half_filled(book: Handbook) -> Iterator[Finding]:
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


def days_off(book: Handbook) -> Iterator[Finding]:
    """HB438: a year in which not one working day is left; nothing can be counted then."""
    days = book.company.days_off
    calendar = calendar_of(book) if days else None
    for year in dict.fromkeys(day.year for day in days):
        if calendar is None or year not in calendar.years:
            continue
        if not calendar.working_days(date(year - 1, 12, 31), date(year, 12, 31)):
            first = next(index for index, day in enumerate(days) if day.year == year)
            yield Finding("HB438", COMPANY, ("days_off", first), {"year": year})


def logo(book: Handbook) -> Iterator[Finding]:
    """HB441 the logo's file is not there, is too large, or is no picture that only shows itself."""
    path = logo_path(book)
    if path is not None and (reason := objection(path)):
        facts = {"name": path.name, "reason": Phrase(reason)}
        yield Finding("HB441", COMPANY, ("logo",), facts)
