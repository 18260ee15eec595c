"""A YAML file becomes nodes that know their places; everything that can mislead is refused.

YAML 1.1 turns ``no`` into false, ``010`` into 8 and ``1:30`` into 90, and keeps the last of two
equal keys. HR can't know this, so values are read as a person reads them, and what YAML tools
disagree about is reported. Built straight from libyaml's events: no recursion, so no depth of
nesting can end the program, and one pass finds several problems.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from handbook.reading.folder import MAX_BYTES, TooLarge, content_of, too_large
from handbook.reading.node import ListNode, MapNode, Node, Scalar, ScalarNode, moved
from handbook.reading.swallowed import LINE_BREAK, conflicts, cut_off, swallowed
from handbook.reading.syntax_hints import WIDE_SPACE, explain, wrong_colon
from handbook.words.problem import Place, Problem

MAX_DEPTH = 40
MAX_DIGITS = 15
MAX_AMBIGUOUS = 60  # what is longer is nobody's number; the pattern is slow on long runs

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_AMBIGUOUS = re.compile(
    r"""(?ix)
      yes | no | on | off                      # YAML 1.1: true or false
    | [-+]?0[0-9_]+                            # octal in YAML 1.1
    | [-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?    # base 60 in YAML 1.1
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}           # nearly a date
    | [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)e[-+]?[0-9]+
    | [-+]?[0-9]+\. | [-+]?\.[0-9]+ | \+[0-9.]+
    | [-+]?0[xob][0-9a-f_]+ | [-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9]+)?
    | [-+]?\.inf | \.nan | ~ | <<
    """
)
_WIDE_START = re.compile(f"{WIDE_SPACE}+[a-z]")
# What nobody sees: controls, line breaks that editors don't count, marks of direction and of
# width zero, letters and marks without a shape. The joiners U+200C and U+200D and the selectors
# U+FE00 to U+FE0F stay: emoji are made with them; so do accents, which stand above letters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc"
    "\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    place: Place
    mapping: bool
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    folded: dict[str, tuple[str, Place]] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: str | None = None


def read(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    """Read one file; ``name`` is how problems call it.

    Returns the root node, None if the file can't be used at all, and every problem found.
    """
    try:
        raw = content_of(path)
    except TooLarge:
        return None, [too_large(Place(name), MAX_BYTES)]
    except OSError as error:
        reason = error.strerror or str(error)
        return None, [Problem("HB101", Place(name), {"reason": reason})]
    text, problem = decoded(raw, name)
    if text is None:
        return None, [problem] if problem else []
    root, problems = _parsed(text, name)
    return root, list(problems)


@lru_cache(maxsize=2048)
def _parsed(text: str, name: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Kept by content: the preview reads everything again after a change to one file."""
    root, problems = parse(text, name)
    return root, tuple(problems)


def parse(text: str, name: str, above: int = 0) -> tuple[Node | None, list[Problem]]:
    """Turn YAML text into nodes; see ``read``. ``above`` lines of the file stand before it."""
    root, problems = _by_itself(text, name)
    if not above:
        return root, problems
    return root and moved(root, above), [_moved(problem, above) for problem in problems]


def _moved(problem: Problem, above: int) -> Problem:
    """The same below more lines; ``line`` is the fact that names one."""
    facts = {
        k: v + above if k == "line" and isinstance(v, int) else v for k, v in problem.facts.items()
    }
    return replace(problem, place=problem.place.below(above), facts=facts)


def _by_itself(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    if unseen := _UNSEEN.search(text):
        spot = Place(name, *_line_and_column(text, unseen.start()))
        return None, [_unseen(unseen, spot)]
    lines = LINE_BREAK.split(text)
    if marks := conflicts(lines, name):
        return None, marks
    builder = _Builder(name, lines)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not builder.take(event):
                return None, builder.problems
    except yaml.MarkedYAMLError as error:
        causes = explain(error, lines, name)
        known = any(problem.code in ("HB126", "HB134") for problem in builder.problems)
        return None, [*builder.problems, *(p for p in causes if p.code != "HB120" or not known)]
    root = builder.root
    if wide := wrong_colon(root):
        return None, [*builder.problems, wide]
    if root is None or (isinstance(root, ScalarNode) and root.value is None):
        return None, builder.problems or [Problem("HB104", Place(name))]
    return root, builder.problems


def without_unseen(text: str) -> str:
    """``text`` without the characters that nobody sees."""
    return _UNSEEN.sub("", text)


def _unseen(found: re.Match[str], place: Place) -> Problem:
    return Problem("HB103", place, {"character": f"U+{ord(found[0]):04X}"})


def decoded(raw: bytes, name: str) -> tuple[str | None, Problem | None]:
    """The text of a file's bytes; HB102 with the place if it is not UTF-8."""
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8-sig", "replace")
        return None, Problem("HB102", Place(name, *_line_and_column(good, len(good))))


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    ends = [found.end() for found in LINE_BREAK.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


class _Builder:
    """Takes libyaml's events one by one; ``take`` says whether to go on."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name = name
        self._lines = lines
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: Event) -> bool:
        mark = event.start_mark
        assert mark is not None
        place = Place(self.name, mark.line + 1, mark.column + 1)
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._stop("HB110", place)
        elif isinstance(event, AliasEvent):
            return self._stop("HB105", place, mark=f"*{event.anchor}")
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._refuse_decoration(event, place)
            if len(self._stack) >= MAX_DEPTH:
                return self._stop("HB108", place, limit=MAX_DEPTH)
            if self._expects_key():
                return self._stop("HB112", place)
            self._stack.append(_Open(place, isinstance(event, MappingStartEvent)))
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._close()
        elif isinstance(event, ScalarEvent):
            self._refuse_decoration(event, place)
            taken = [*swallowed(event, self._lines, self.name)]
            self.problems += taken
            if taken:
                return False
            if not event.style and self._expects_key() and _WIDE_START.match(event.value):
                return self._stop("HB125", place)
            self._scalar(event, place)
        return True

    def _stop(self, code: str, place: Place, **facts: object) -> bool:
        self.problems.append(Problem(code, place, facts))
        return False

    def _refuse_decoration(
        self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, place: Place
    ) -> None:
        if event.anchor:
            self.problems.append(Problem("HB105", place, {"mark": f"&{event.anchor}"}))
        if event.tag:
            self.problems.append(Problem("HB106", place, {"tag": event.tag}))

    def _expects_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].mapping and self._stack[-1].key is None

    def _scalar(self, event: ScalarEvent, place: Place) -> None:
        if unseen := _UNSEEN.search(event.value):  # written as an escape such as "\\u202e"
            self.problems.append(_unseen(unseen, place))
        quoted = event.style in ("'", '"', "|", ">")
        if self._expects_key():
            self._key(event.value, place)
            return
        value: Scalar = event.value
        if not quoted:
            value = self._resolve(event.value, place)
            cut = cut_off(event, self._lines, self.name) if isinstance(value, str | None) else None
            self.problems += [cut] if cut else []
        self._put(ScalarNode(value, place, blank=not quoted and not event.value))

    def _key(self, key: str, place: Place) -> None:
        top = self._stack[-1]
        known, first = top.folded.setdefault(fold(key), (key, place))
        if first is not place:
            self.problems.append(Problem("HB107", place, {"key": key, "line": first.line}))
        top.key = known  # in other letters it is no second, unknown name
        top.keys[known] = place

    def _resolve(self, text: str, place: Place) -> Scalar:
        """A plain scalar as a person reads it: number, date, true, false, nothing or text."""
        if text in ("", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if len(text) > MAX_DIGITS and (_INTEGER.match(text) or _DECIMAL.match(text)):
            self.problems.append(Problem("HB111", place, {"text": text[:20] + "…"}))
            return 0
        if _INTEGER.match(text) and text[0] != "+":
            return int(text)
        if _DECIMAL.match(text) and text[0] != "+":
            return float(text)
        if parts := _DATE.match(text):
            try:
                return date(int(parts[1]), int(parts[2]), int(parts[3]))
            except ValueError:
                self.problems.append(Problem("HB114", place, {"text": text}))
                return text
        if len(text) <= MAX_AMBIGUOUS and _AMBIGUOUS.fullmatch(text):
            self.problems.append(Problem("HB113", place, {"text": text}))
        return text

    def _close(self) -> None:
        top = self._stack.pop()
        if top.mapping:
            self._put(MapNode(top.entries, top.keys, top.place))
        else:
            self._put(ListNode(tuple(top.items), top.place))

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.root = node
        elif (top := self._stack[-1]).mapping:
            assert top.key is not None
            top.entries[top.key] = node
            top.key = None
        else:
            top.items.append(node)


def is_plain_text(text: str) -> bool:
    """Whether a value without quotes is text, and nobody can take it for anything else."""
    says_more = (
        text in ("", "null", "true", "false") or _INTEGER.match(text) or _DECIMAL.match(text)
    )
    unsure = len(text) <= MAX_AMBIGUOUS and _AMBIGUOUS.fullmatch(text)
    return not (says_more or _DATE.match(text) or unsure)


def fold(text: str) -> str:
    """Keys and ids that differ only in case or Unicode form look the same to a person."""
    return unicodedata.normalize("NFKC", text).casefold()
