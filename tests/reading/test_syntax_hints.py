"""Which line is blamed for broken YAML; tests/bad shows what is said for each kind of mistake."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.reading.node import scalars
from handbook.reading.source import MAX_BYTES, parse
from handbook.reading.syntax_hints import wrong_colon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a sound list, quotes or colons above the broken line are not to blame
        ("a: [x, y]\nb: *重要*\n", "2:4 HB123"),
        ('a: [x, y]\nb: "x" y\n', "2:8 HB126"),
        ("a: {x: y}\nb：z\nc: 1\n", "2:2 HB122"),
        ("a:\n  - 甲：乙\n b: 1\n", "3:2 HB120"),
        ("a: 'x'\nb: x: y\n", "2:6 HB123"),
        ("a: |\n  [x\nb: [y\nc: 1\n", "3:4 HB123"),
        # the line above is to blame where libyaml goes on reading
        ("a:\n  b: 1\n　c: 2\n  d: 3\n", "3:1 HB125"),
        ("a：1\nb: 2\n", "1:2 HB122"),
        ("a: 1\nb:2\nc: 3\n", "2:3 HB124"),
        ("a: 'x\nb: 1\n", "1:5 HB126"),
        ('a: "x\nb: 1\n', "1:5 HB126"),
        # the last line, with and without its end
        ("a: 1\nb：2", "2:2 HB122"),
        ("a: [", "1:5 HB120"),
        ("a: 1\n- b", "2:1 HB120"),
    ],
)
def test_blames_the_line_that_is_wrong(text: str, found: str) -> None:
    _, (problem,) = parse(text, "x.yml")
    assert f"{problem.place.line}:{problem.place.column} {problem.code}" == found


@pytest.mark.parametrize("piece", ["a: [", ": ", "- ", "a: '", "a ", "a：", '\\"', "]: [x "])
def test_a_file_of_one_long_line_is_explained_at_once(piece: str) -> None:
    text = "k: " + piece * (MAX_BYTES // len(piece.encode()) - 9) + "]\n *x"
    before = time.process_time()
    parse(text, "x.yml")
    assert time.process_time() - before < 2


# —— one slip in a sound file, each in a line of its own ——

FILES = sorted((Path(__file__).parent.parent / "data" / "good").rglob("*.yml"))
ENTRY = re.compile(r"(\s*(?:- )*[\w-]+): +(\S.*)")
BARE = re.compile(r"(\s*(?:- )*(?:[\w-]+: +)?)([^\s\[{\"'|>-][^:\"]*)")


def slips(line: str) -> Iterator[tuple[str, str]]:
    """Wrong ways to write a line, each with the code that tells it."""
    if entry := ENTRY.fullmatch(line):
        yield f"{entry[1]}：{entry[2]}", "HB122"
        yield f"{entry[1]}： {entry[2]}", "HB122"
        yield f"{entry[1]}:{entry[2]}", "HB124"
    if line.startswith("  "):
        yield "\t" + line.lstrip(" "), "HB121"
    quotes = [number for number, character in enumerate(line) if character == '"']
    if len(quotes) == 2:
        for quote in quotes:
            yield line[:quote] + line[quote + 1 :], "HB126"
    elif bare := BARE.fullmatch(line):
        yield f'{bare[1]}"{bare[2]}', "HB126"
        yield f"{bare[1]}'{bare[2]}", "HB126"
        yield f'{line}"', "HB126"
        yield f"{line}甲 #1", "HB134"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_slip_is_told_once_in_its_own_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    tried = 0
    for number, line in enumerate(lines):
        for wrong, code in slips(line):
            text = "\n".join([*lines[:number], wrong, *lines[number + 1 :]])
            root, problems = parse(text, "x.yml")
            if not problems:  # the only entry of a mapping became a text; its model tells it
                assert root is not None
                texts = (node for _, node in scalars(root))
                problems = [found for node in texts if (found := wrong_colon(node))]
            told = [(problem.place.line, problem.code) for problem in problems]
            assert told == [(number + 1, code)], (path, wrong, problems)
            tried += 1
    assert tried > len(lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_conflict_is_told_as_one(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        marked = ["<<<<<<< HEAD", line, "||||||| base", "=======", f"{line}x", ">>>>>>> theirs"]
        text = "\n".join([*lines[:number], *marked, *lines[number + 1 :]])
        root, (problem,) = parse(text, "x.yml")
        assert root is None
        assert (problem.place.line, problem.code) == (number + 1, "HB135")


def test_every_conflict_and_every_mark_left_over_is_told() -> None:
    conflict = "<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n"
    _, problems = parse(f"{conflict}y: 1\n=======\n{conflict}>>>>>>> c\n", "x.yml")
    assert [problem.place.line for problem in problems] == [1, 7, 8, 13]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what was swallowed by the line above it
        ("a: 甲\n  name：乙\n", "2:7 HB122"),
        ("a: 5\n    b:6\nc: 1\n", "2:7 HB124"),
        ("v:\n  a: 5\n    return_limit：1\n", "3:17 HB122"),
        # a text is not to blame for its colon
        ("a:\n  - 面试要点：优势\n    说明: x\n", "3:7 HB120"),
        ("v:\n  # 说明\n  name：\n  # 说明\n  b:\n", "3:7 HB122"),
        ("- **要点：优势** 说明\n- b\n", "1:3 HB123"),
        ("客服 #1: x\nb: 1\n", "1:4 HB134"),
        ("a: [客服 #1, b]\nc: 1\n", "1:8 HB134"),
        ("a: #1\n", "1:3 HB134"),
        ("-\tid: a\n", "1:2 HB121"),
    ],
)
def test_what_yaml_would_swallow(text: str, found: str) -> None:
    _, (problem,) = parse(text, "x.yml")
    assert f"{problem.place.line}:{problem.place.column} {problem.code}" == found


@pytest.mark.parametrize(
    "text",
    [
        "a: 客服 # 注释\n",
        "a: 2 #临时\n",
        "a: 'x' #1\n",
        "a: C# 1\n",
        "a: 客服#1\n",
        "# 注释\n#注释\na: 甲\n",
        'a: "甲\n  乙"\n',
        "a: 甲\n  乙：丙\n",
        "a: 甲\n  https://x.example/b\n",
        "a: |\n  name：x\n  b: c #1\n  <<<<<<< x\n",
        'a: 他说"好"\n',
    ],
)
def test_what_is_meant_so_is_let_be(text: str) -> None:
    root, problems = parse(text, "x.yml")
    assert problems == []
    assert root is not None
