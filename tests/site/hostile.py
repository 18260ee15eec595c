"""A copy of the data in which every text that people may write holds what could do harm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from handbook.reading.node import plain
from handbook.reading.source import read

# Each is shown as typed. ``${`` is a parameter in a text, so it stands in values only.
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    '{% include "x" %}',
    "{# gone #}",
    "a|b",
    "``` mermaid ```",
    "# heading",
    "{: onclick=alert(1) }",
    "[a](javascript:alert(1))",
    "![a](data:text/html,x)",
    "\"quotes\" and 'quotes'",
    "%%{init: {'theme': 'dark'}}%%",
    'click A "javascript:alert(1)"',
    "end",
    "&amp; &#60;b&#62; &lt;",
    "]] --> B[x",
    "<!-- gone",
    "</title></svg></textarea>",
    "\\*escaped\\* _low_ ~~no~~",
    "https://example.com/x <a@b.example>",
    "--8<-- 'x' ^^ins^^ :smile: [TOC] [^1]",
    "#35; #quot; #lt;",
    "😀 👩‍🏫 𠮷 e\u0301",
)
VALUE = "${x} {{ 7*7 }} <b>x</b> $${y} [[role:manager]] **no**"

_SHORT = frozenset({"name", "short_name", "label", "also_called", "unit", "options"})
_TEXTS = _SHORT | {
    "summary", "text", "actions", "items", "says", "tip", "area", "evidence", "meaning", "group",
    "purpose", "scope", "changes", "guide", "training", "pay", "notes", "optional", "numerator",
    "denominator", "measured_in", "subject", "place", "description", "examples",
    "issuer",
}  # fmt: skip
_TOGETHER = ("area", "group")  # things that share this text stand under one heading
_LITERAL = ("service_centre_name", "service_hours", "service_scope", "visit_place")


def poison(data: Path) -> None:
    """Put hostile text into every YAML file below ``data``: some into names, all into texts."""
    turn = count()
    for path in sorted(data.rglob("*.yml")):
        node, problems = read(path, path.name)
        assert node is not None
        assert problems == []
        poisoned = _poisoned(plain(node), turn)
        text = yaml.safe_dump(poisoned, allow_unicode=True, sort_keys=False, width=10**6)
        path.write_text(text, encoding="utf-8")


def _poisoned(value: Any, turn: Iterator[int]) -> Any:
    if isinstance(value, list):
        return [_poisoned(item, turn) for item in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for key, item in value.items():
        if key == "values":
            found[key] = {k: VALUE if k in _LITERAL else v for k, v in item.items()}
        elif key in _TEXTS:
            found[key] = _texts(key, item, turn)
        else:
            found[key] = _poisoned(item, turn)
    return found


def _texts(key: str, value: Any, turn: Iterator[int]) -> Any:
    if isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            return [_text(key, item, turn) for item in value]
        return _poisoned(value, turn)
    return _text(key, value, turn) if isinstance(value, str) else _poisoned(value, turn)


def _text(key: str, text: str, turn: Iterator[int]) -> str:
    if key in _TOGETHER:
        return "\n".join((text, *HOSTILE))
    if key in _SHORT:
        number = next(turn)
        return f"{text} {HOSTILE[number % len(HOSTILE)]}"
    start = f"# {text}" if next(turn) % 2 else text
    return "\n".join((start, *HOSTILE, "    indented", "- item", "| a | b |", "```", "after"))
