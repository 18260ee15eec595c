"""A page loads the scripts and style sheets that its parts ask for, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from handbook.engines.mkdocs.features import FEATURES, Feature, features_of, known

THEME = Path(__file__).parents[2] / "overrides"
SHEETS = sorted((THEME / FEATURES).glob("*.css"))


def test_a_page_names_its_features_once_in_order() -> None:
    found = (Feature("ics", styled=False), Feature("chart", styled=True))
    assert features_of(["ics", "chart", "ics"], known([str(THEME)]), "zh") == found


def test_a_feature_without_its_script_is_told_by_its_file() -> None:
    with pytest.raises(PluginError, match=r"assets/features/nothing\.js"):
        features_of(["ics", "nothing"], known([str(THEME)]), "zh")


def test_a_company_adds_features_and_looks_to_those_there_are(tmp_path: Path) -> None:
    folder = tmp_path / FEATURES
    folder.mkdir(parents=True)
    for name in ("own.js", "ics.css"):
        (folder / name).touch()
    there = known([str(tmp_path), str(THEME)])
    assert there["own"] == Feature("own", styled=False)
    assert there["ics"] == Feature("ics", styled=True)
    assert there["chart"] == Feature("chart", styled=True)


def test_every_style_sheet_belongs_to_a_script() -> None:
    assert {path.stem for path in SHEETS} == {
        one.name for one in known([str(THEME)]).values() if one.styled
    }


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_style_sheet_has_rules(sheet: Path) -> None:
    assert re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
