"""libyaml's syntax errors in words that help a person who is no programmer."""

from __future__ import annotations

import re

import yaml

from handbook.problem import Place, Problem

_FULL_WIDTH_COLON = re.compile(r"^\s*(-\s+)?[^\s:：#'\"]+：")
_NEEDS_QUOTES = re.compile(r"""^\s*(-\s+|[^\s'"#][^'"]*?:\s+|-\s+[^\s'"]+:\s+)[\[\]{}*&@%`!|>,]""")
_TAB_INDENT = re.compile(r"^ *\t")
_NO_SPACE = re.compile(r"^\s*(-\s+)?[A-Za-z_]+:[^\s:/]")


def explain(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The most likely cause first; HB120 with libyaml's own words where none is recognised."""
    lines = text.splitlines()
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
    for code, pattern in (
        ("HB121", _TAB_INDENT),
        ("HB122", _FULL_WIDTH_COLON),
        ("HB123", _NEEDS_QUOTES),
        ("HB124", _NO_SPACE),
    ):
        for line in (mark.line for mark in marks):
            # libyaml notices a broken line only at the start of the next one
            for at in (line, line - 1):
                if 0 <= at < len(lines) and (found := pattern.match(lines[at])):
                    return Problem(code, Place(name, at + 1, found.end()), {})
    place = Place(name, marks[0].line + 1, marks[0].column + 1) if marks else Place(name)
    return Problem("HB120", place, {"reason": error.problem or str(error)})
