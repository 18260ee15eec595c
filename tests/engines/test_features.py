"""A page loads the scripts that its parts ask for, and no others."""

from __future__ import annotations

from handbook.engines.mkdocs.features import FEATURES, features_of, known


def test_a_page_names_its_features_once_in_order() -> None:
    page = '<figure data-feature="chart"></figure><p>data-feature="x"</p><i data-feature="chart">'
    assert features_of(page) == ("chart",)
    assert features_of("<p>&#34;</p>") == ()


def test_what_nobody_wrote_is_not_loaded() -> None:
    assert features_of('<p data-feature="nothing"></p>') == ()


def test_every_feature_has_a_script_and_a_style_sheet() -> None:
    assert {path.stem for path in FEATURES.glob("*.css")} == known()
    assert "chart" in known()
