"""Values are of the right type and within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from handbook.checks.finding import COMPANY, Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.values import broken_bounds, is_number, wrong_type
from handbook.company.wording import Wording
from handbook.words.catalogue import Count, Phrase

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?\Z")


def find(book: Handbook) -> Iterator[Finding]:
    """HB413 a value of the wrong type; HB414, HB419 and HB420 one out of bounds."""
    for identity, raw in book.company.values.items():
        value = book.values.get(identity)
        if raw is None or value is None:
            continue
        parameter, path = value.parameter, ("values", identity)
        facts: dict[str, object] = {"name": Wording(parameter.name, book), "value": _shown(raw)}
        quoted = _DATE if parameter.type == "date" else _NUMBER if is_number(parameter) else None
        if isinstance(raw, str) and quoted and quoted.match(raw):
            yield Finding("HB421", COMPANY, path, facts)
        elif wrong_type(parameter, raw):
            facts["wanted"] = Phrase(f"expected.{parameter.type}")
            yield Finding("HB413", COMPANY, path, facts)
        elif broken := broken_bounds(parameter, raw):
            low, high = broken
            facts |= {"low": Count(low or 0), "high": Count(high or 0)}
            code = "HB419" if high is None else "HB420" if low is None else "HB414"
            yield Finding(code, COMPANY, path, facts)


def _shown(raw: object) -> str:
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, (dict, list)):
        return "…"
    return raw.isoformat() if isinstance(raw, date) else str(raw)[:60]


RULE = DataRule(
    ("HB413", "HB414", "HB419", "HB420", "HB421"),
    find,
    harmless=("HB413", "HB414", "HB419", "HB420", "HB421"),
)
