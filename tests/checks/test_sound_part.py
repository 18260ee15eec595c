"""Rules look at what is sound; what only follows from a mistake in the data is not told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from changing import written
from places import POLICY

from handbook.checks import check_all
from handbook.checks.check_all import check_each
from handbook.checks.sound_part import Doubts, sound_part
from handbook.company.book import Handbook, mentioned
from handbook.company.flow import flow_of
from handbook.model.kinds import KIND_BY_NAME
from handbook.reading.library import load

Spoil = Callable[[str, str, str], None]
Told = Callable[[], list[str]]
LOOSE = "    next: decide\n  - id: lost\n    name: 旁支\n    actor: head\n    next: promoted\n"


@pytest.fixture
def spoil(data: Path) -> Spoil:
    def replace(name: str, old: str, new: str) -> None:
        path = data / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture
def told(data: Path) -> Told:
    def check() -> list[str]:
        problems = check_each(load(Path("policy_data")), ["acme"], lambda _: None).problems
        return [f"{p.place.file.partition('/')[2]}:{p.place.line} {p.code}" for p in problems]

    return check


UNSOUND = ("processes/promotion.yml", "    within: apply_days\n    next: decide\n", LOOSE)


def test_the_policy_is_judged_beside_a_mistake_in_the_data(spoil: Spoil, told: Told) -> None:
    spoil(*UNSOUND)
    alone = told()
    assert any("HB501" in line for line in alone)
    spoil("roles/night.yml", "grade: 2", "grade: 99")
    assert told() == [*alone, "roles/night.yml:5 HB222"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("name: 晋升流程", "name: 12", "processes/promotion.yml:2 HB207"),
        ("name: 晋升流程", "name: 晋升\nname: 晋级", "processes/promotion.yml:3 HB107"),
        ("    actor: employee\n", "    actor: nobody\n", "processes/promotion.yml:9 HB402"),
    ],
)
def test_nothing_is_said_of_a_thing_that_is_wrong_itself(
    spoil: Spoil, told: Told, old: str, new: str, line: str
) -> None:
    spoil(*UNSOUND)
    spoil("processes/promotion.yml", old, new)
    assert [one for one in told() if one.startswith("processes/promotion.yml")] == [line]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ("steps:\n  - id: nowhere\n    within: apply_days\n", "3 HB311"),
        ("nmae: 晋升\n", "2 HB202"),
        ("name: 晋升  流程\n", ""),
    ],
)
def test_nor_of_one_that_a_company_changes_in_a_wrong_way(
    spoil: Spoil, told: Told, data: Path, change: str, line: str
) -> None:
    """Whoever mends the change may mend what is wrong with the thing."""
    spoil(*UNSOUND)
    alone = [one for one in told() if "processes/promotion.yml" in one]
    assert alone
    own = data / "companies/acme/processes/promotion.yml"
    own.parent.mkdir()
    own.write_text(f"id: promotion\n{change}", encoding="utf-8")
    found = [one for one in told() if "processes/promotion.yml" in one]
    assert found == ([f"companies/acme/processes/promotion.yml:{line}"] if line else alone)


def test_where_nothing_of_a_kind_is_sound_the_rest_is_judged(
    spoil: Spoil, told: Told, data: Path
) -> None:
    """What a role names and is not there has the only process, wrong as it is, for a stand-in."""
    with (data / "companies/acme/company.yml").open("a", encoding="utf-8") as file:
        file.write('colour: "#ffee00"\n')
    (alone,) = told()
    assert "HB851" in alone
    spoil("processes/promotion.yml", "    actor: employee\n", "    actor: nobody\n")
    spoil("roles/junior.yml", "process: promotion", "process: promo")
    assert told() == [
        alone, "processes/promotion.yml:9 HB402", "roles/junior.yml:14 HB402"
    ]  # fmt: skip


def test_a_step_that_cannot_be_read_leads_to_nothing_else(spoil: Spoil, told: Told) -> None:
    spoil("processes/promotion.yml", "    next: decide", "    next：decide")
    assert told() == ["processes/promotion.yml:12 HB122"]


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        ("processes/promotion.yml", "within: apply_days", "within: 5", "HB225"),
        ("processes/promotion.yml", "within: apply_days", "within: pay_days", "HB402"),
        ("processes/promotion.yml", "within: apply_days", "within: tenure_junior", "HB433"),
        ("processes/promotion.yml", "within: apply_days", "within:", "HB212"),
        ("processes/promotion.yml", "within: apply_days", "wihtin: apply_days", "HB202"),
        ("policies/promotion-rules.yml", "review_on: rules_review_on\n", "", "HB201"),
        ("policies/promotion-rules.yml", "review_on: rules_review_on", "review_on: [x]", "HB"),
        ("scripts/greeting.yml", "parts:", "parts: []\nold:", "HB219"),
    ],
)
def test_no_parameter_is_unused_because_a_field_is_wrong(
    spoil: Spoil, told: Told, name: str, old: str, new: str, line: str
) -> None:
    spoil(name, old, new)
    found = told()
    assert any(line in one for one in found)
    assert not any("HB416" in one for one in found)


def test_one_that_no_company_fills_in_is_unused_all_the_same(
    spoil: Spoil, told: Told, data: Path
) -> None:
    spoil("roles/night.yml", "grade: 2", "grade: 99")
    (data / "parameters").mkdir()
    idle = "- id: idle\n  name: 闲数\n  type: count\n  group: 其他\n  meaning: 没有用\n"
    (data / "parameters/more.yml").write_text(idle, encoding="utf-8")
    assert told() == ["parameters/more.yml:1 HB416", "roles/night.yml:5 HB222"]


@pytest.mark.parametrize(
    "id_", ["id: Patience_2", "id: patience-1", "id: yes", "id: *x", "name: 没有"]
)
def test_who_names_a_thing_with_a_wrong_id_is_not_to_blame(
    spoil: Spoil, told: Told, id_: str
) -> None:
    spoil("requirements.yml", "id: patience-2", id_)
    assert not any("HB402" in one for one in told())


@pytest.mark.parametrize("value", ["", " #promotion"])
def test_of_several_fields_one_without_a_value_is_told_once(
    spoil: Spoil, told: Told, value: str
) -> None:
    spoil("flowcharts/promotion-flow.yml", "processes: [promotion]", f"processes:{value}")
    assert [one.split(":")[0] for one in told()] == ["flowcharts/promotion-flow.yml"]


def test_a_broken_base_adds_nothing_at_the_change_of_a_company(
    spoil: Spoil, told: Told, data: Path
) -> None:
    own = data / "companies/acme/processes/promotion.yml"
    own.parent.mkdir()
    own.write_text("id: promotion\nsteps:\n  - id: apply\n    name: 申请\n", encoding="utf-8")
    assert told() == []
    for broken in ("steps: []\nold:", "steps: 5\nold:", "stepz:"):
        spoil("processes/promotion.yml", "steps:", broken)
        found = told()
        assert found
        assert not any(one.startswith("companies/") for one in found)
        spoil("processes/promotion.yml", broken, "steps:")


def test_a_company_that_cannot_be_read_still_has_its_other_files_checked(
    spoil: Spoil, told: Told, data: Path
) -> None:
    spoil("companies/acme/company.yml", "  apply_days: 5", "  apply_days：5")
    own = data / "companies/acme/roles/night.yml"
    own.parent.mkdir()
    own.write_text("id: night\ngrade: 99\n", encoding="utf-8")
    lines = told()
    assert lines[0].endswith("HB122")
    assert lines[1:] == ["companies/acme/roles/night.yml:2 HB222"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("processes/transfer.yml", "type: transfer", "type: 5"),
        ("processes/transfer.yml", "    next: ", "    next: nowhere #"),
        ("processes/transfer.yml", "  - id: apply", "  - id：apply"),
        ("processes/transfer.yml", "id: transfer", "id: ["),
        ("roles/senior-agent.yml", "grade: 3", "grade: 99"),
        ("parameters.yml", "id: tenure_senior", "id: tenure-senior"),
    ],
)
def test_all_that_the_rules_look_at_leads_somewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    """Whatever stands in for something wrong, too; and nobody relies on it."""
    data = shutil.copytree(POLICY, tmp_path / "policy_data")
    text = (data / name).read_text(encoding="utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    seen: list[tuple[Handbook, Doubts]] = []

    def watched(*given: Any) -> tuple[Handbook, Doubts] | None:
        part = sound_part(*given)
        seen.extend([part] if part else [])
        return part

    monkeypatch.setattr(check_all, "sound_part", watched)
    check_each(load(data), ["xingqiao-retail"], lambda _: None)
    ((book, doubts),) = seen
    assert doubts.keys
    for key, thing in book.things.items():
        assert key[1] == written(thing)["id"]
        for _, target in thing.once(mentioned):
            assert target in book.things or target[0] not in KIND_BY_NAME
    for process in book.processes.values():
        nodes, flow = {node.id for node in process.nodes}, flow_of(process)
        assert {arrow.target for arrow in (*flow.arrows, *flow.timers)} <= nodes
