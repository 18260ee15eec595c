"""The findings of a check in the forms that people and other programs read."""

from __future__ import annotations

from collections.abc import Callable

from handbook.checks.check_all import Reported
from handbook.checks.formats.annotations import as_github
from handbook.checks.formats.plain import as_text
from handbook.checks.formats.sarif import as_sarif
from handbook.checks.formats.table import as_json

# Each takes the findings and the language, and gives what is printed
FORMATS: dict[str, Callable[[tuple[Reported, ...], str], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}

__all__ = ["FORMATS"]
