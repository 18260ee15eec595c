"""A page loads the scripts and style sheets that its parts ask for, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.engines.mkdocs.features import FEATURES, Feature, features_of, known

THEME = Path(__file__).parents[2] / "overrides"
SHEETS = sorted((THEME / FEATURES).glob("*.css"))


def test_a_page_names_its_features_once_in_order() -> None:
    names = ["ics", "x", "chart"]
    found = (Feature("ics", styled=False), Feature("chart", styled=True))
    assert features_of([*names, "ics"], THEME) == found


def test_what_nobody_wrote_is_not_loaded() -> None:
    assert features_of(["nothing"], THEME) == ()


def test_every_style_sheet_belongs_to_a_script() -> None:
    assert {path.stem for path in SHEETS} == {
        one.name for one in known(THEME).values() if one.styled
    }


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_style_sheet_has_rules(sheet: Path) -> None:
    assert re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
