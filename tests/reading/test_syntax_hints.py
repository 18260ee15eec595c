"""Which line is blamed for broken YAML; tests/bad shows what is said for each kind of mistake."""

from __future__ import annotations

import time

import pytest

from handbook.reading.source import MAX_BYTES, parse


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
