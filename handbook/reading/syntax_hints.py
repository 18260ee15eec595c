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
# Behind a dash Chinese words with a colon are a text; elsewhere they were meant to be a name
_FULL_WIDTH_COLON = re.compile(
    r"^\s*(?:(?:-\s+)+[A-Za-z_][\w-]*|(?![-*&@%`!|>])[^\s:：#'\"\[\]{}]+)\s*："
)
_WIDE_ENTRY = re.compile(r"^\s*(-\s+)*[a-z][a-z0-9_-]*\s*：")
_TAB_INDENT = re.compile(r"^ *(-? *)\t")
WIDE_SPACE = "[\u00a0\u2000-\u200a\u3000]"
_WIDE_INDENT = re.compile(f"^ *{WIDE_SPACE}")
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
_SAYS_NOTHING = re.compile(r"\s*(#.*)?$")
_CUT_OFF = re.compile(r"^\s*(?:-\s+)*[^\s'\"#][^'\"]*?\s+#(?=[^\s#])")
_IN_THE_LINE = (
    ("HB121", _TAB_INDENT),
    ("HB125", _WIDE_INDENT),
    ("HB122", _FULL_WIDTH_COLON),
    ("HB126", _QUOTE_THEN_MORE),
    ("HB123", _NEEDS_QUOTES),
    ("HB124", _NO_SPACE),
)
_OPENS = (("HB126", _OPEN_QUOTE),)
_SWALLOWS = (
    ("HB125", _WIDE_INDENT),
    ("HB122", _FULL_WIDTH_COLON),
    ("HB124", _NO_SPACE),
    ("HB134", _CUT_OFF),
)
# libyaml's words when it took a line that is no "name: value" for the beginning of the next one
_SWALLOWED = ("could not find expected ':'", "mapping values are not allowed in this context")


def explain(error: yaml.MarkedYAMLError, lines: list[str], name: str) -> list[Problem]:
    """The likeliest cause, and the lines above it that are wrong in the same way.

    HB120 with libyaml's own words where none is recognised.
    """
    for number, hints in _suspects(error, lines):
        if 0 <= number < len(lines):
            for code, pattern in hints:
                if found := pattern.match(lines[number][:_LOOK_AT]):
                    facts = {"text": lines[number][found.end() - 1 :][:20]}
                    cause = Problem(code, Place(name, number + 1, found.end()), facts)
                    return [*(_wide_above(lines, number, name) if code == "HB122" else ()), cause]
    return [_in_words_of_yaml(error, lines, name)]


def _wide_above(lines: list[str], number: int, name: str) -> Iterator[Problem]:
    """HB122 for the entries directly above one whose colon is full-width, if theirs are, too."""
    while number > 0 and (found := _WIDE_ENTRY.match(lines[number - 1][:_LOOK_AT])):
        yield Problem("HB122", Place(name, number, found.end()))
        number -= 1


def _in_words_of_yaml(error: yaml.MarkedYAMLError, lines: list[str], name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    last = len(lines) if lines[-1] else len(lines) - 1
    if 0 < last < place.line:  # libyaml adds the line break that the end lacks
        place = Place(name, last, len(lines[last - 1]) + 1)
    if error.problem == "found unknown escape character":
        return Problem("HB127", place)
    return Problem("HB120", place, {"reason": error.problem or str(error)})


def _suspects(
    error: yaml.MarkedYAMLError, lines: list[str]
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
        while 0 < above < len(lines) and _SAYS_NOTHING.match(lines[above]):
            above -= 1
        indents = (("HB121", _TAB_INDENT), ("HB125", _WIDE_INDENT))
        hints = _SWALLOWS if error.problem in _SWALLOWED else (*indents, ("HB122", _WIDE_ENTRY))
        yield above, (*hints, *_OPENS)


def wrong_colon(node: Node | None) -> Problem | None:
    """HB122 or HB124 for a text where a mapping should be: ``name：value``, ``name:value``."""
    if isinstance(node, ScalarNode) and isinstance(node.value, str):
        for code, pattern in (("HB122", _FULL_WIDTH_COLON), ("HB124", _NO_SPACE)):
            if pattern.match(node.value):
                return Problem(code, node.place)
    return None
