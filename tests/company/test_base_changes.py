"""What changes in the base is told to the companies that take it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handbook.authoring.accept_base import accept_base
from handbook.company.difference import difference
from handbook.company.workshop import Made, Workshop
from handbook.model.base import Key
from handbook.reading.base_lock import LOCK, said
from handbook.reading.library import CompanyFolder, Library, load
from handbook.reading.node import ListNode, MapNode, Node, ScalarNode
from handbook.reading.tree import Tree

COMPANIES = ("lancheng-service-desk", "xingqiao-retail", "yihe-elder-care")
CODES = ("HB319", "HB320", "HB321")


def accepted(data: Path) -> None:
    accept_base(Workshop(load(data)), "acme")


def told(data: Path) -> list[tuple[str, int, str]]:
    problems = Workshop(load(data)).make("acme").problems
    return [(p.place.file, p.place.line, p.code) for p in problems if p.code.startswith("HB32")
            or p.code == "HB319"]  # fmt: skip


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_what_was_accepted_is_not_told(data: Path) -> None:
    assert told(data) == []  # nor is anything before
    accepted(data)
    assert told(data) == []


def test_a_changed_text_is_told_with_both_at_its_line(data: Path) -> None:
    accepted(data)
    change(data / "roles/junior.yml", "接听电话", "接听来电")
    assert told(data) == [("policy_data/roles/junior.yml", 4, "HB319")]
    (problem,) = Workshop(load(data)).make("acme").problems
    assert problem.severity == "warning"
    message = problem.message("zh")
    assert "岗位“junior”的 summary" in message
    assert "“接听电话，答复咨询”，现在是“接听来电，答复咨询”" in message
    accepted(data)
    assert told(data) == []


def test_an_item_is_told_by_its_id(data: Path) -> None:
    accepted(data)
    path = data / "processes/promotion.yml"
    change(path, "within: apply_days", "within: apply_days # 同")
    assert told(data) == []
    text = path.read_text()
    path.write_text(text.replace("    within: apply_days # 同\n", "", 1))
    (problem,) = Workshop(load(data)).make("acme").problems
    assert problem.code == "HB319"
    assert ".within " in problem.message("zh")
    assert "现在是“没有”" in problem.message("zh")


def test_what_comes_and_goes_is_told(data: Path) -> None:
    accepted(data)
    (data / "roles/day.yml").write_text(
        (data / "roles/night.yml").read_text().replace("night", "day")
    )
    assert told(data) == [("policy_data/companies/acme/company.yml", 1, "HB320")]
    accepted(data)
    (data / "roles/day.yml").unlink()
    assert told(data) == [("policy_data/companies/acme/company.yml", 1, "HB321")]


def test_what_is_not_taken_is_not_told(data: Path) -> None:
    with (data / "companies/acme/company.yml").open("a") as file:
        file.write("uses:\n  roles: [junior, senior]\n  processes: all\n")
    accepted(data)
    change(data / "roles/night.yml", "name:", "name: 另一个\nsummary2:") if False else None
    change(data / "roles/night.yml", "grade: ", "grade: 1")
    assert told(data) == []


def test_a_subsidiary_accepts_what_its_parent_makes_of_the_base(data: Path) -> None:
    own = data / "companies/beta/company.yml"
    own.parent.mkdir()
    own.write_text("id: beta\nname: 分公司\nshort_name: 分公司\nextends: acme\n")
    accept_base(Workshop(load(data)), "beta")
    parent = data / "companies/acme/roles/junior.yml"
    parent.parent.mkdir()
    parent.write_text("id: junior\nname: 坐席\n")
    (problem,) = Workshop(load(data)).make("beta").problems
    assert (problem.code, problem.place.file) == (
        "HB319",
        "policy_data/companies/acme/roles/junior.yml",
    )
    assert Workshop(load(data)).make("acme").problems == ()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda text: text.replace("初级客服", "中级客服"), "HB322"),
        (lambda text: text + "role\n", "HB322"),
        (lambda text: "", "HB322"),
        (lambda text: text.replace("format 2", "format 1"), "HB323"),
    ],
)
def test_a_lock_that_the_program_did_not_write_is_told(data: Path, spoil: Any, code: str) -> None:
    accepted(data)
    path = data / "companies/acme" / LOCK
    path.write_text(spoil(path.read_text()))
    assert [found[2] for found in told(data)] == [code]


def _changed(node: Node, data: st.DataObject) -> Node:
    """A node with one of its values changed, or an item taken away."""
    if isinstance(node, MapNode) and node.entries:
        name = data.draw(st.sampled_from(sorted(node.entries)))
        entries = {**node.entries, name: _changed(node.entries[name], data)}
        return MapNode(entries, node.keys, node.place)
    if isinstance(node, ListNode) and node.items:
        index = data.draw(st.integers(0, len(node.items) - 1))
        new = [] if data.draw(st.booleans()) else [_changed(node.items[index], data)]
        return ListNode((*node.items[:index], *new, *node.items[index + 1 :]), node.place)
    if isinstance(node, ScalarNode) and isinstance(node.value, str):
        return ScalarNode(f"{node.value}改", node.place)
    if isinstance(node, ScalarNode) and isinstance(node.value, int):
        return ScalarNode(node.value + 1, node.place)
    return node


def _made(library: Library, base: dict[Key, MapNode], company: str, lock: Made) -> Made:
    folder = library.companies[company]
    known = {key: said(node) for key, node in lock.from_base.items()}
    locked = CompanyFolder(
        folder.id, folder.node, folder.overlay, folder.problems, folder.whole, known
    )
    tree = Tree(base)
    return Workshop(Library(library.folder, "", tree, {company: locked})).make(company)


@given(st.data())
def test_no_change_of_the_base_reaches_a_company_unannounced(
    real_library: Library, data: st.DataObject
) -> None:
    company = data.draw(st.sampled_from(COMPANIES))
    before = Workshop(real_library).make(company)
    base = dict(real_library.base.things)
    key = data.draw(st.sampled_from(sorted(base)))
    if data.draw(st.integers(0, 9)) == 0:
        del base[key]
    else:
        changed = _changed(base[key], data)
        assert isinstance(changed, MapNode)
        base[key] = changed
    after = _made(real_library, base, company, before)
    assert before.book
    assume(after.book is not None)
    assert after.book
    announced = [p for p in after.problems if p.code in CODES]
    if difference(before.book, after.book):
        assert announced or any(p.blocks for p in after.problems)
    if base.get(key) is real_library.base.things.get(key):
        assert announced == []
