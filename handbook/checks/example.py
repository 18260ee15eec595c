"""Examples of rules: a change to the real handbook that breaks a rule, and one that keeps it.

Both stand beside the rule's module, under its name with ``.yml``, after the lines ``--- # fail``
and ``--- # pass``: what a company ``example`` that extends COMPANY would write. A line
``# roles/manager.yml`` begins a file of its folder, ``# company.yml`` adds to company.yml. In the
first a comment ``# <- HB501`` stands at the end of each line that is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handbook.checks import RULE_BY_CODE
from handbook.reading.data_format import FORMAT_FILE, format_text

COMPANY = "xingqiao-retail"
ID = "example"
_PART = re.compile(r"^--- # (fail|pass)$", re.MULTILINE)
_FILE = re.compile(r"^# ([a-z-]+/[a-z0-9-]+\.yml|[a-z]+\.yml)$", re.MULTILINE)
_MARK = re.compile(r"  # <- (HB\d+)$")
_HEAD = f"""\
id: {ID}
name: 示例公司
short_name: 示例
extends: {COMPANY}
"""


@dataclass(frozen=True, slots=True)
class Example:
    """``files`` by path inside the company's folder; ``marks`` are (path, line, code)."""

    text: str
    files: dict[str, str]
    marks: tuple[tuple[str, int, str], ...]

    def write(self, data: Path) -> None:
        """Add the company to a policy_data folder, whose format it is of."""
        data.mkdir(parents=True, exist_ok=True)
        (data / FORMAT_FILE).write_text(format_text(""), encoding="utf-8")
        for name, text in self.files.items():
            path = data / "companies" / ID / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def example(code: str, which: str) -> Example | None:
    """The example ``which`` (fail or pass) of a rule, None if there is none."""
    rule = RULE_BY_CODE.get(code)
    text = _texts(rule.file.with_suffix(".yml")).get(which) if rule else None
    if text is None:
        return None
    parts = _FILE.split(text)
    files = {"company.yml": _HEAD}
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        files[name] = files.get(name, "") + body.lstrip("\n")
    marks = tuple(
        (name, number, found[1])
        for name, body in files.items()
        for number, line in enumerate(body.splitlines(), 1)
        if (found := _MARK.search(line))
    )
    return Example(text, files, marks)


@cache
def _texts(path: Path) -> dict[str, str]:
    """The two parts of a file by name; none where there is no file."""
    parts = _PART.split(path.read_text(encoding="utf-8")) if path.is_file() else [""]
    return {name: f"{text.strip()}\n" for name, text in zip(parts[1::2], parts[2::2], strict=True)}
