"""A mistake in one part of a file leaves the other parts known."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.reading.rescue import rescue, rescue_fields, words_of_file
from handbook.reading.source import read

SOUND = "- id: a\n  name: 甲\n\n- id: b\n  name: 乙\n\n- id: c\n  name: 丙\n"


def rescued(path: Path, text: str | bytes) -> tuple[list[str | None], frozenset[str], list[str]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    _, problems = read(path, "x.yml")
    found = rescue(path, "x.yml", problems)
    told = [f"{problem.place.line} {problem.code}" for problem in found.problems]
    return [item.text("id") for item in found.items], found.words or frozenset(), told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.yml"


@pytest.mark.parametrize(
    "broken",
    ["  name：乙", "\tname: 乙", '  name: "乙', "  name: @乙", "  name: 乙\u200b", "  name: *乙"],
)
def test_the_other_items_are_read_at_their_lines(path: Path, broken: str) -> None:
    text = SOUND.replace("  name: 乙", broken)
    ids, words, told = rescued(path, text)
    assert ids == ["a", "c"]
    assert "b" in words
    assert "c" not in words
    assert told == []
    root = rescue(path, "x.yml", []).items[1]
    assert root.place.line == 7


def test_bytes_that_are_no_text_spoil_their_item_alone(path: Path) -> None:
    ids, words, _ = rescued(path, SOUND.encode().replace("乙".encode(), "乙".encode("gbk")))
    assert (ids, "b" in words) == (["a", "c"], True)


def test_each_broken_item_is_told_where_it_stands(path: Path) -> None:
    text = SOUND.replace("name: 乙", "name：乙").replace("name: 丙", "name:丙")
    ids, _, told = rescued(path, text)
    assert ids == ["a"]
    assert told == ["8 HB124"]  # the first is why the file can't be read


def test_an_id_is_known_though_something_unseen_stands_in_it(path: Path) -> None:
    path.write_text("- id: own\u200bid\n# id: other\n", encoding="utf-8")
    assert words_of_file(path) == {"-", "id", "ownid"}


def test_of_a_conflict_both_sides_count_once(path: Path) -> None:
    both = SOUND.replace("- id: b", "<<<<<<< a\n- id: b") + "=======\n" + SOUND + ">>>>>>> b\n"
    ids, _, told = rescued(path, both)
    assert sorted(map(str, ids)) == ["a", "b"]  # marks stand below both of c
    assert told == []


@pytest.mark.parametrize("text", ["", "# nothing\n", "null\n", "---\n"])
def test_what_is_empty_may_have_held_anything(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    _, problems = read(path, "x.yml")
    assert rescue(path, "x.yml", problems).words is None


def test_fields_at_the_margin_are_read_by_themselves(path: Path) -> None:
    path.write_text("id: a\nname：甲\nvalues:\n  x: 1\n  y：2\nlaws: [cn]\n", encoding="utf-8")
    node = rescue_fields(path, "x.yml")
    assert node is not None
    assert list(node.entries) == ["id", "laws"]
    assert node.keys["laws"].line == 6


@given(st.lists(st.sampled_from(["- id: a", "  name: b", "name：c", '  "x', "\t", "---", "- {"])))
def test_whatever_stands_there_nothing_is_raised(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "any.yml"
    path.write_text("\n".join(lines), encoding="utf-8")
    _, problems = read(path, "any.yml")
    rescue(path, "any.yml", problems)
    rescue_fields(path, "any.yml")
