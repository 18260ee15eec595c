"""libyaml's syntax errors in words that help a person who is no programmer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from handbook.reading.node import Node, ScalarNode
from handbook.words.problem import Place, Problem

# Of a line; the patterns take the square of a line's length, and a file may be one line
_LOOK_AT = 2000

_KEY = r"^\s*(?:-\s+)*[^\s'\"#][^'\"]*?:\s+"
_START = rf"(?:{_KEY}|^\s*(?:-\s+)*)"
_FULL_WIDTH_COLON = re.compile(r"^\s*(-\s+)*[^\s:：#'\"\[\]{}]+\s*：")
_TAB_INDENT = re.compile(r"^ *\t")
_WIDE_INDENT = re.compile("^ *[\u00a0\u2000-\u200a\u3000]")
_NO_SPACE = re.compile(r"^\s*(-\s+)*[A-Za-z_]+:[^\s:/]")
_OPEN_QUOTE = re.compile(rf"""{_START}(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
_QUOTE_THEN_MORE = re.compile(rf"""{_START}(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#,:]""")
_NEEDS_QUOTES = re.compile(
    rf"""{_START}(?:[*&@%`!,\]}}]|[|>](?![-+\d]*\s*(?:\#.*)?$))
    | {_KEY}[-?]\s
    | {_START}\[(?:(?!.*\]\s*(?:\#.*)?$)|[^\[\]]*\]\s*[^\s\#\]])
    | {_START}\{{(?:(?!.*\}}\s*(?:\#.*)?$)|[^{{}}]*\}}\s*[^\s\#}}])
    | ^\s*(?:-\s+)*[A-Za-z_]+:\s+[^\s'"\[{{|>\#][^'"]*:\s""",
    re.VERBOSE,
)
_IN_THE_LINE = (
    ("HB121", _TAB_INDENT),
    ("HB125", _WIDE_INDENT),
    ("HB122", _FULL_WIDTH_COLON),
    ("HB126", _QUOTE_THEN_MORE),
    ("HB123", _NEEDS_QUOTES),
    ("HB124", _NO_SPACE),
)
_OPENS = (("HB126", _OPEN_QUOTE),)
_SWALLOWS = (("HB125", _WIDE_INDENT), ("HB122", _FULL_WIDTH_COLON), ("HB124", _NO_SPACE))
# libyaml's words when it took a line that is no "name: value" for the beginning of the next one
_SWALLOWED = ("could not find expected ':'", "mapping values are not allowed in this context")


def explain(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The most likely cause first; HB120 with libyaml's own words where none is recognised."""
    lines = text.splitlines()
    for number, hints in _suspects(error):
        if 0 <= number < len(lines):
            for code, pattern in hints:
                if found := pattern.match(lines[number][:_LOOK_AT]):
                    return Problem(code, Place(name, number + 1, found.end()), {})
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    if lines and place.line > len(lines):  # libyaml adds the line break that the end lacks
        place = Place(name, len(lines), len(lines[-1]) + 1)
    if error.problem == "found unknown escape character":
        return Problem("HB127", place)
    return Problem("HB120", place, {"reason": error.problem or str(error)})


def _suspects(
    error: yaml.MarkedYAMLError,
) -> Iterator[tuple[int, tuple[tuple[str, re.Pattern[str]], ...]]]:
    """Lines that may be to blame, the likeliest first, each with what to look for in it."""
    context = error.context or ""
    if error.context_mark and context == "while scanning a quoted scalar":
        yield error.context_mark.line, _OPENS
    if error.problem_mark:
        yield error.problem_mark.line, _IN_THE_LINE
    if error.context_mark and "block" not in context:
        yield error.context_mark.line, _IN_THE_LINE
    if error.problem_mark:
        above = error.problem_mark.line - 1
        yield above, (*_SWALLOWS, *_OPENS) if error.problem in _SWALLOWED else _OPENS


def full_width_colon(node: Node | None) -> Problem | None:
    """HB122 for a text that stands where a mapping should, as in ``name：value``."""
    if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
        return None
    return Problem("HB122", node.place) if _FULL_WIDTH_COLON.match(node.value) else None
