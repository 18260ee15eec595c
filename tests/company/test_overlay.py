"""Laying a company's changes over the base: what changes, what stays, what hits nothing."""

from __future__ import annotations

import json
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.company.overlay import lay_over, merge
from handbook.model.base import Key
from handbook.reading.node import MapNode, Node, plain, scalars
from handbook.reading.source import parse
from handbook.words.problem import Place, Problem

BASE = """\
id: p
name: 流程
steps:
  - id: a
    name: 甲
  - id: b
    name: 乙
  - id: c
    name: 丙
notes: [x, y]
start: {opens: 1, closes: 2}
"""


def node(text: str, name: str = "base.yml") -> MapNode:
    root, problems = parse(text, name)
    assert isinstance(root, MapNode)
    assert problems == []
    return root


def merged(change: str) -> tuple[dict[str, object], list[str]]:
    problems: list[Problem] = []
    result = merge(node(BASE), node(change, "own.yml"), problems)
    data = plain(result)
    assert isinstance(data, dict)
    return {**data}, [f"{p.place.line}:{p.place.column} {p.code}" for p in problems]


def steps(change: str) -> list[str]:
    data, problems = merged(f"id: p\nsteps:\n{change}")
    assert problems == []
    items = data["steps"]
    assert isinstance(items, list)
    return [item["id"] for item in items]


IDS = st.lists(st.from_regex(r"k[a-z]{1,2}", fullmatch=True), unique=True, min_size=1, max_size=5)


def things(ids: list[str]) -> dict[Key, MapNode]:
    return {("role", i): node(f"id: {i}\nname: {i}1\ngrade: 1\n") for i in ids}


@given(IDS)
def test_an_empty_overlay_changes_nothing(ids: list[str]) -> None:
    base = things(ids)
    problems: list[Problem] = []
    removed: dict[Key, Place] = {}
    assert lay_over(base, {}, problems, removed) == base
    assert (problems, removed) == ([], {})


@given(IDS, st.data())
def test_what_is_removed_is_gone_and_the_rest_is_untouched(
    ids: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(ids))
    base = things(ids)
    problems: list[Problem] = []
    removed: dict[Key, Place] = {}
    change = node(f"id: {gone}\nremove: true\n", "own.yml")
    rest = lay_over(base, {("role", gone): change}, problems, removed)
    assert problems == []
    assert removed == {("role", gone): Place("own.yml", 2, 1)}
    assert rest == {key: value for key, value in base.items() if key[1] != gone}


@given(IDS, st.data())
def test_the_order_of_changes_to_different_things_does_not_matter(
    ids: list[str], data: st.DataObject
) -> None:
    changed = data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))
    overlay = {("role", i): node(f"id: {i}\nname: {i}2\n", "own.yml") for i in changed}
    results = set()
    for order in permutations(overlay):
        result = lay_over(things(ids), {key: overlay[key] for key in order}, [], {})
        results.add(str({key: plain(value) for key, value in result.items()}))
    assert len(results) == 1


@given(st.sampled_from(["name", "notes", "start"]))
def test_unchanged_values_keep_their_places(field: str) -> None:
    base = node(BASE)
    result = merge(base, node(f"id: p\n{field}: null\n", "own.yml"), [])
    before = dict(places(base))
    after = dict(places(result))
    assert {path: place for path, place in before.items() if path[0] not in (field, "id")} == {
        path: place for path, place in after.items() if path != ("id",)
    }


def places(root: Node) -> list[tuple[tuple[str | int, ...], str]]:
    return [(path, str(scalar.place)) for path, scalar in scalars(root)]


def test_a_changed_value_has_the_place_of_the_change() -> None:
    result = merge(node(BASE), node("id: p\nsteps:\n  - id: b\n    name: 二\n", "own.yml"), [])
    assert dict(places(result))["steps", 1, "name"] == "own.yml:4:11"
    assert dict(places(result))["steps", 0, "name"] == "base.yml:5:11"
    assert isinstance(result, MapNode)
    assert [str(result.entries["steps"].place), str(result.place)] == [
        "own.yml:3:3",
        "base.yml:1:1",
    ]


@pytest.mark.parametrize(
    ("change", "order"),
    [
        ("  - id: b\n    name: 二\n", "abc"),
        ("  - id: b\n    remove: true\n", "ac"),
        ("  - id: d\n", "abcd"),
        ("  - id: d\n    after: a\n", "adbc"),
        ("  - id: d\n    before: a\n", "dabc"),
        ("  - id: c\n    before: a\n", "cab"),
        ("  - id: a\n    after: c\n", "bca"),
        ("  - id: d\n    after: a\n  - id: e\n    after: d\n", "adebc"),
        ("  - id: a\n    remove: true\n  - id: d\n    before: b\n", "dbc"),
        ("  - id: a\n    remove: false\n", "abc"),
        ("  []\n", ""),
    ],
)
def test_items_by_id(change: str, order: str) -> None:
    assert "".join(steps(change)) == order


@pytest.mark.parametrize("identity", ["a", "a:b"])
@pytest.mark.parametrize(
    ("change", "names", "codes"),
    [
        ("name: 三", ["三", "三", "丙"], []),
        ("remove: true", ["丙"], []),
        ("nmae: null", ["甲", "乙", "丙"], ["HB312"]),
    ],
)
def test_items_that_share_an_id_by_mistake_fare_alike(
    identity: str, change: str, names: list[str], codes: list[str]
) -> None:
    """The mistake is told of the base; what a company does to one of them is none."""
    items = "".join(f"  - {{id: '{identity}', name: {name}}}\n" for name in "甲乙")
    base = node(f"id: p\nsteps:\n{items}  - {{id: c, name: 丙}}\n")
    problems: list[Problem] = []
    own = node(f"id: p\nsteps:\n  - id: '{identity}'\n    {change}\n", "own.yml")
    result = plain(merge(base, own, problems))
    assert isinstance(result, dict)
    assert [item["name"] for item in result["steps"]] == names
    assert [problem.code for problem in problems] == codes


def test_words_that_only_steer_do_not_stay_in_the_data() -> None:
    data, _ = merged("id: p\nsteps:\n  - id: d\n    after: a\n    remove: false\n")
    assert data["steps"][1] == {"id": "d"}  # type: ignore[index]


def test_lists_without_ids_are_replaced_and_mappings_merged() -> None:
    data, problems = merged("id: p\nnotes: [z]\nstart: {closes: 3}\n")
    assert (data["notes"], data["start"]) == (["z"], {"opens": 1, "closes": 3})
    assert problems == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("steps", "甲"), ("name", ["x"]), ("start", 1), ("start", ["x"]), ("notes", {"a": 1})],
)
def test_what_is_of_another_form_is_replaced(field: str, value: object) -> None:
    """Whether it may be so is asked later, of the whole thing."""
    data, problems = merged(f"id: p\n{field}: {json.dumps(value, ensure_ascii=False)}\n")
    assert data == {**merged("id: p\n")[0], field: value}
    assert problems == []


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ("id: p\nsteps:\n  - id: z\n    remove: true\n", ["3:9 HB312"]),
        ("id: p\nnmae: null\n", ["2:1 HB312"]),
        ("id: p\nsteps:\n  - id: a\n    nmae: null\n", ["4:5 HB312"]),
        ("id: p\nstart: {opesn: null}\n", ["2:9 HB312"]),
        ("id: p\nsteps:\n  - id: d\n    after: z\n", ["4:12 HB313"]),
        ("id: p\nsteps:\n  - id: d\n    after: d\n", ["4:12 HB313"]),
        ("id: p\nsteps:\n  - {id: d, after: z, before: y}\n", ["3:20 HB313", "3:31 HB313"]),
        ("id: p\nsteps:\n  - id: d\n    before: [a]\n", ["4:13 HB313"]),
        ("id: p\nsteps:\n  - name: 甲\n", ["3:5 HB201"]),
        ("id: p\nsteps:\n  - id: [a]\n", ["3:9 HB201"]),
        ("id: p\nsteps:\n  - id: a\n  - id: a\n", ["4:9 HB403"]),
        ("id: p\nsteps:\n  - id: a\n    remove: 1\n", ["4:13 HB216"]),
    ],
)
def test_what_hits_nothing_is_said(change: str, problems: list[str]) -> None:
    assert merged(change)[1] == problems
