"""A new company's file lists what there is to fill in and is a sound draft."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from handbook.authoring.new_company import Exists, company_text, new_company
from handbook.checks.check_all import check_companies
from handbook.reading.library import load


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_is_sound_as_a_draft_and_not_otherwise(data: Path, lang: str) -> None:
    new_company(load(data), "beta", lang)
    assert check_companies(load(data), ["beta"])[1] == ()
    _, problems = check_companies(load(data), ["beta"], draft=False)
    open_values = {p.facts["id"] for p in problems if p.code == "HB411"}
    assert len(open_values) == 13
    assert {p.code for p in problems} == {"HB411", "HB417", "HB418", "HB426"}


def test_every_parameter_is_there_once_and_empty(data: Path) -> None:
    text = company_text(load(data), "beta", "zh")
    values = yaml.safe_load(text)["values"]
    assert set(values.values()) == {None}
    parameters = yaml.safe_load((data / "parameters.yml").read_text())
    assert list(values) == [parameter["id"] for parameter in parameters]
    assert "  # 申请时限：多久以内提交申请（整数（工作日），1–20）\n  apply_days:\n" in text


def test_text_that_looks_like_yaml_stays_a_comment(data: Path) -> None:
    (data / "parameters").mkdir()
    (data / "parameters" / "more.yml").write_text(
        '- id: odd\n  name: "x: [y"\n  type: count\n  group: g\n  meaning: "第一行\\nvalues: 1"\n'
    )
    assert "odd" in yaml.safe_load(company_text(load(data), "beta", "zh"))["values"]


def test_an_existing_folder_is_left_alone(data: Path) -> None:
    with pytest.raises(Exists):
        new_company(load(data), "acme", "zh")
