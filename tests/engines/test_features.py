"""A page loads the scripts and style sheets that its parts ask for, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.engines.mkdocs.features import FEATURES, Feature, features_of, known

SHEETS = sorted(FEATURES.glob("*.css"))


def test_a_page_names_its_features_once_in_order() -> None:
    page = '<i data-feature="ics"></i><p>data-feature="x"</p><i data-feature="chart"></i>'
    found = (Feature("ics", styled=False), Feature("chart", styled=True))
    assert features_of(page + '<i data-feature="ics">') == found
    assert features_of("<p>&#34;</p>") == ()


def test_what_nobody_wrote_is_not_loaded() -> None:
    assert features_of('<p data-feature="nothing"></p>') == ()


def test_every_style_sheet_belongs_to_a_script() -> None:
    assert {path.stem for path in SHEETS} == {one.name for one in known().values() if one.styled}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_style_sheet_has_rules(sheet: Path) -> None:
    assert re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
