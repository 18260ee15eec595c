"""Work grows with the data and not with its square; counted, so that a slow machine can't fail."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from handbook.checks.data.cycles import Arrow, _cycles
from handbook.checks.finding import Finding
from handbook.words import text as texts
from handbook.words.text import MAX_LENGTH, Text, Words, flatten, pieces_of


def steps_of(work: Callable[[], object]) -> int:
    """How many instructions of Python a piece of work takes."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., object]:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def arrow(start: int, end: int) -> Arrow:
    return (f"n{start}", f"n{end}", ("to",))


SHAPES: dict[str, Callable[[int], list[Arrow]]] = {
    "chain": lambda n: [arrow(i, i + 1) for i in range(n)],
    "ring": lambda n: [arrow(i, (i + 1) % n) for i in range(n)],
    "pairs": lambda n: [arrow(i, i ^ 1) for i in range(n)],
    "loops": lambda n: [arrow(i, i) for i in range(n)],
    "star": lambda n: [arrow(i, 0) for i in range(1, n + 1)],
    "rings": lambda n: [arrow(i, i - 1 if i % 5 else min(i + 4, n - 1)) for i in range(n)],
    "all to all": lambda n: [arrow(i, j) for i in range(int(n**0.5)) for j in range(int(n**0.5))],
}  # fmt: skip
# Each loop of one thing to itself is told; what is left of "all to all" is one round more
ROUNDS = {"chain": 0, "ring": 1, "pairs": 2500, "loops": 5000, "star": 0, "all to all": 71}


def found(arrows: list[Arrow]) -> list[Finding]:
    return list(_cycles("role", arrows))


@pytest.mark.parametrize("shape", ROUNDS)
def test_each_round_is_found_once_among_5000_arrows(shape: str) -> None:
    findings = found(SHAPES[shape](5000))
    assert len(findings) == ROUNDS[shape]
    for finding in findings:
        way = str(finding.facts["ids"]).split(" → ")
        assert way[0] == way[-1]
        assert finding.key == ("role", way[0])


@pytest.mark.parametrize("shape", SHAPES)
def test_looking_for_rounds_takes_work_in_proportion(shape: str) -> None:
    few, many = (steps_of(lambda n=n: found(SHAPES[shape](n))) for n in (200, 1600))
    assert many <= 10 * few


HOSTILE = ["${", "$${", "[[role:", "[[", "**", "*", "${a} ", "[[role:x]]", "**a** ", "[[:", "**${",
           "[[role:x|", "**[[role:x]]", "$", "：", "[[role：x"]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_taking_text_apart_takes_work_in_proportion(piece: str) -> None:
    def work(length: int) -> int:
        pieces_of.cache_clear()
        return steps_of(lambda: list(flatten(pieces_of(piece * (length // len(piece))))))

    assert work(MAX_LENGTH) <= 5 * work(MAX_LENGTH // 4) + 40


@pytest.mark.parametrize("piece", HOSTILE)
def test_taking_text_apart_is_not_deep(piece: str) -> None:
    """Bold holds no bold, so no text can exhaust the stack."""
    pieces = pieces_of(piece * (MAX_LENGTH // len(piece)))
    assert all(not isinstance(p, texts.Bold) for b in pieces if isinstance(b, texts.Bold)
               for p in b.pieces)  # fmt: skip
    assert len(list(flatten(pieces))) <= MAX_LENGTH


def repeats(pattern: object) -> list[tuple[int, bool]]:
    """How often each repeated part may occur, and whether it stands inside another repeat."""
    parser = re._parser  # type: ignore[attr-defined]
    found: list[tuple[int, bool]] = []

    def walk(items: object, inside: bool) -> None:
        for op, value in items:  # type: ignore[attr-defined]
            name = str(op)
            if name in ("MAX_REPEAT", "MIN_REPEAT"):
                found.append((int(value[1]), inside))
                walk(value[2], inside or int(value[1]) > 1)
            elif name == "SUBPATTERN":
                walk(value[3], inside)
            elif name == "BRANCH":
                for branch in value[1]:
                    walk(branch, inside)

    walk(parser.parse(pattern), inside=False)
    return found


def test_no_part_of_the_markup_is_searched_without_end() -> None:
    """From each place a bounded number of characters is looked at: bounds, and none in another."""
    found = repeats(texts._TOKEN.pattern)
    assert len(found) >= 6
    assert all(most <= 500 for most, _ in found)
    assert not any(inside for _, inside in found)


def test_a_text_of_the_greatest_length_loses_nothing() -> None:
    text = Text("**" * (MAX_LENGTH // 2))
    shown = "".join(p.text for p in text.all_pieces() if isinstance(p, Words))
    assert set(shown) <= {"*"}
