"""A file that is written again says the same, looks the same, and keeps every remark."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import POLICY, TESTS
from trees import Entry, every, text, trees

from handbook.authoring.migrations.documents import kept, plain, read_document, style_of, written
from handbook.authoring.migrations.steps import rename
from handbook.reading import node
from handbook.reading.source import parse

FILES = sorted(
    path
    for folder in (POLICY, TESTS / "data" / "good", TESTS / "originals" / "policy_data")
    for path in folder.rglob("*.yml")
)
STYLES = st.sampled_from([(0, 0), (2, 0), (2, 2)])


def again(before: str, change: Any = lambda root: root) -> str:
    """What ``change`` makes of a text, without the help of its old lines."""
    style = style_of(read_document(before))
    document = read_document(before)
    change(document.root)
    return written(document.root, document, style, kept([document], [document.root]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_every_file_comes_out_byte_for_byte(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    assert again(before) == before


@given(trees(), STYLES)
def test_what_is_read_is_what_handbook_reads(tree: list[Entry], style: tuple[int, int]) -> None:
    root, problems = parse(text(tree, *style), "x.yml")
    assert problems == []
    assert root is not None
    assert repr(plain(read_document(text(tree, *style)).root)) == repr(node.plain(root))


@given(trees(), STYLES)
def test_nothing_changes_without_a_change(tree: list[Entry], style: tuple[int, int]) -> None:
    before = text(tree, *style)
    assert again(before) == before


def at(root: Any, tree: list[Entry], wanted: list[Entry]) -> Any:
    """The mapping or list of a document that ``wanted`` describes."""
    if tree is wanted:
        return root
    for number, entry in enumerate(tree):
        if isinstance(entry.value, list):
            inner = root[number if entry.key is None else entry.key]
            found = at(inner, entry.value, wanted)
            if found is not None:
                return found
    return None


@given(trees(), STYLES, st.data())
def test_a_renamed_field_is_all_that_changes(
    tree: list[Entry], style: tuple[int, int], data: st.DataObject
) -> None:
    before = text(tree, *style)
    where, number = data.draw(st.sampled_from([e for e in every(tree) if e[0][0].key]))
    old = where[number].key
    assert old is not None

    def change(root: Any) -> None:
        rename(at(root, tree, where), old, "renamed")

    after = again(before, change)
    where[number].key = "renamed"
    assert after == text(tree, *style)


@given(trees(), STYLES, st.data())
def test_what_is_removed_takes_its_own_remarks_and_no_others(
    tree: list[Entry], style: tuple[int, int], data: st.DataObject
) -> None:
    choice = [(own, n) for own, n in every(tree) if len(own) > 1 and (own[n].key is None or n)]
    if not choice:
        return
    before = text(tree, *style)
    where, number = data.draw(st.sampled_from(choice))

    def change(root: Any) -> None:
        container = at(root, tree, where)
        del container[where[number].key or number]

    after = again(before, change)
    del where[number]
    assert after == text(tree, *style)


@given(trees(), STYLES, st.data())
def test_what_moves_takes_its_remarks_along(
    tree: list[Entry], style: tuple[int, int], data: st.DataObject
) -> None:
    """Items of a list turned round; the values are objects of their own, so remarks find them."""
    choice = [own for own, n in every(tree) if n == 0 and own[0].key is None]
    if not choice:
        return
    before = text(tree, *style)
    where = data.draw(st.sampled_from(choice))
    after = again(before, lambda root: at(root, tree, where).reverse())
    where.reverse()
    assert after == text(tree, *style)


@given(trees(), STYLES)
def test_twice_is_as_once(tree: list[Entry], style: tuple[int, int]) -> None:
    def change(root: Any) -> None:
        if isinstance(root, list):
            root.append({"new": "值", "list": ["yes", "12", "a: b", "null"]})
        else:
            root["new"] = {"list": ["yes", "12", "a: b", "null"], "date": "2026-01-04"}

    document = read_document(text(tree, *style))
    expected = deepcopy(plain(document.root))
    change(expected)
    root, problems = parse(again(text(tree, *style), change), "x.yml")
    assert problems == []
    assert root is not None
    assert repr(node.plain(root)) == repr(expected)


BELOW = """\
# 开头

steps:
  - id: a
    name: 甲
    # 属于第一步的话
  # 属于清单的话

# 属于下一项的话
next: b
"""


def test_a_remark_that_is_indented_like_what_is_above_belongs_there() -> None:
    assert again(BELOW) == BELOW

    def change(root: Any) -> None:
        steps = root.pop("steps")
        root["steps"] = steps

    assert (
        again(BELOW, change)
        == """\
# 开头


# 属于下一项的话
next: b
steps:
  - id: a
    name: 甲
    # 属于第一步的话
  # 属于清单的话
"""
    )
