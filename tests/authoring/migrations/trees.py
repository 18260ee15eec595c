"""YAML as people write it, with remarks, made from trees: what a change should give can be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st


@dataclass
class Entry:
    """A field (with a key) or an item of a list: what is written above and beside it."""

    key: str | None
    value: str | list[Entry]
    above: list[str] = field(default_factory=list)
    beside: str = ""

    @property
    def is_list(self) -> bool:
        """Whether it holds items."""
        return isinstance(self.value, list) and self.value[0].key is None


SCALARS = st.sampled_from(
    [
        "甲乙丙", "a plain text", "null", "", "true", "0", "15", "0.50", "2026-01-04",
        '"yes"', "'12'", '"甲：乙 # 丙"', "'it''s'", "[甲, 乙]", "{zh: 甲, en: b}", "[]", "True",
        "${csat_score} 分", "1:2:x", "长" * 130, "|\n一\n二", "|-\n一\n\n二", ">\n折叠\n一行",
    ]
)  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> list[Entry]:
    """A whole file: a mapping, or a list of mappings."""
    numbers = count()

    def remarks() -> list[str]:
        kinds = draw(st.lists(st.sampled_from(["", "#"]), max_size=2))
        return [f"# 上 {next(numbers)}" if kind else "" for kind in kinds]

    def entry(key: str | None, depth: int, *, first: bool = False) -> Entry:
        above = [] if first else remarks()
        beside = draw(
            st.sampled_from(["", "", f"  # 旁 {next(numbers)}", f" #  旁 {next(numbers)}"])
        )
        kind = draw(st.sampled_from(["scalar", "scalar", "map", "list"])) if depth else "scalar"
        if kind == "scalar":
            value = draw(
                SCALARS if key else SCALARS.filter(lambda s: s not in ("", "null", "true"))
            )
            return Entry(key, value, above, beside)
        return Entry(key, entries(kind, depth), above, beside if key else "")

    def entries(kind: str, depth: int) -> list[Entry]:
        size = draw(st.integers(1, 4))
        if kind == "list":
            if draw(st.booleans()):
                return [Entry(None, entries("map", depth - 1), remarks()) for _ in range(size)]
            return [entry(None, 0) for _ in range(size)]
        names = [f"field{next(numbers)}" for _ in range(size)]
        return [entry(name, depth - 1, first=n == 0) for n, name in enumerate(names)]

    if draw(st.booleans()):
        items = [Entry(None, entries("map", 2), remarks()) for _ in range(draw(st.integers(1, 4)))]
        items[0].above = [one for one in items[0].above if one]  # up to a blank line it is the head
        return items
    return entries("map", 3)


def text(tree: list[Entry], dash: int, margin: int) -> str:
    """The file; dashes stand ``dash`` columns behind their key, those at the top at ``margin``."""
    lines = ["# yaml-language-server: $schema=x.json", "# 文件开头", ""]
    _write(tree, margin if tree[0].key is None else 0, dash, lines)
    return "\n".join([*lines, "", "# 文件结尾"]) + "\n"


def every(tree: list[Entry]) -> list[tuple[list[Entry], int]]:
    """Each entry, as the list that holds it and its number."""
    found: list[tuple[list[Entry], int]] = []
    for number, entry in enumerate(tree):
        found.append((tree, number))
        if isinstance(entry.value, list):
            found += every(entry.value)
    return found


def _write(tree: list[Entry], indent: int, dash: int, lines: list[str]) -> None:
    for entry in tree:
        lines += [" " * indent + one if one else "" for one in entry.above]
        start = " " * indent + (f"{entry.key}:" if entry.key else "-")
        if isinstance(entry.value, str):
            first, *rest = entry.value.split("\n")
            lines.append(start + (f" {first}" if first else "") + entry.beside)
            lines += [" " * (indent + 2) + one if one else "" for one in rest]
        elif entry.key:
            lines.append(start + entry.beside)
            _write(entry.value, indent + (dash if entry.is_list else 2), dash, lines)
        else:
            own: list[str] = []
            _write(entry.value, indent + 2, dash, own)
            lines += [start + own[0][indent + 1 :], *own[1:]]
