"""What differs between two handbooks is named by ids, whatever their places in a list are."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from places import TESTS

from handbook.checks.check_all import check_companies
from handbook.company.book import Handbook
from handbook.company.difference import Change, difference
from handbook.reading.library import load
from handbook.words.text import Text

Edit = Callable[[Path], None]


def handbook(folder: Path) -> Handbook:
    return check_companies(load(folder), ["acme"], draft=True)[0]["acme"]


def replaced(file: str, old: str, new: str) -> Edit:
    def edit(data: Path) -> None:
        text = (data / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (data / file).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def shown(change: Change) -> tuple[str, str, object, object]:
    before, after = (v.zh if isinstance(v, Text) else v for v in (change.before, change.after))
    return "/".join(change.key), ".".join(map(str, change.path)), before, after


@pytest.fixture
def changes(tmp_path: Path) -> Callable[..., list[tuple[str, str, object, object]]]:
    """What an edit of the good handbook changes, forwards; backwards it must be the mirror."""

    def made(*edits: Edit) -> list[tuple[str, str, object, object]]:
        data = Path(shutil.copytree(TESTS / "data" / "good", tmp_path / "policy_data"))
        old = handbook(data)
        for edit in edits:
            edit(data)
        new = handbook(data)
        forwards = [shown(change) for change in difference(old, new)]
        backwards = [shown(change) for change in difference(new, old)]
        assert sorted((k, p, str(b), str(a)) for k, p, b, a in forwards) == sorted(
            (k, p, str(a), str(b)) for k, p, b, a in backwards
        )
        return forwards

    return made


def test_nothing_differs_between_equals() -> None:
    data = TESTS / "data" / "good"
    assert difference(handbook(data), handbook(data)) == ()


def test_a_value_and_a_fact_of_the_company(changes: Callable[..., object]) -> None:
    file = "companies/acme/company.yml"
    assert changes(
        replaced(file, "apply_days: 5", "apply_days: 7"),
        replaced(file, 'version: "1.0"\neff', 'version: "1.1"\neff'),
    ) == [
        ("company/acme", "version", "1.0", "1.1"),
        ("parameter/apply_days", "value", 5, 7),
    ]


def test_a_text_and_an_item_that_moves(changes: Callable[..., object]) -> None:
    assert changes(
        replaced("roles/senior.yml", "name: 高级客服", "name: 资深客服"),
        replaced("roles/senior.yml", "[answer-calls, coach]", "[coach, answer-calls]"),
    ) == [
        ("role/senior", "name", "高级客服", "资深客服"),
        ("role/senior", "duties", ("answer-calls", "coach"), ("coach", "answer-calls")),
    ]


def test_an_item_without_an_id_is_named_by_its_place(changes: Callable[..., object]) -> None:
    file = "processes/promotion.yml"
    found = changes(
        replaced(file, "actions: [", "actions: [核对, "),
        replaced(file, "applicant: employee\n", "applicant: employee\nnotes: [一]\n"),
    )
    agreed = "同意的，双方签订岗位变更协议"
    assert found == [
        ("process/promotion", "steps.decide.actions.0", agreed, "核对"),
        ("process/promotion", "steps.decide.actions.1", None, agreed),
        ("process/promotion", "notes.0", None, "一"),
    ]


def test_a_step_is_named_by_its_id(changes: Callable[..., object]) -> None:
    file = "processes/promotion.yml"
    step = (
        "  - id: check\n    name: 核对\n    actor: head\n    within: apply_days\n"
        "    next: decide\n  - id: decide\n"
    )
    found = changes(
        replaced(file, "next: decide\n", "next: check\n"), replaced(file, "  - id: decide\n", step)
    )
    assert isinstance(found, list)
    assert [(path, before is None) for _, path, before, _ in found] == [
        ("steps.apply.next", False),
        ("steps.check", True),
    ]


def test_a_thing_that_comes_or_goes(changes: Callable[..., object]) -> None:
    found = changes(
        lambda data: (data / "companies/acme/roles").mkdir(),
        lambda data: (data / "companies/acme/roles/night.yml").write_text(
            "id: night\nremove: true\n"
        ),
    )
    assert isinstance(found, list)
    assert [(key, path, after) for key, path, _, after in found] == [("role/night", "", None)]
