"""Contrast and readable shades, against the figures of WCAG."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.company.colour import DARK, LIGHT, READABLE, brand_colours, contrast, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#1f5fa8", "#1f5fa8") == 1


@given(COLOURS)
def test_every_brand_can_be_read_on_light_and_on_dark(colour: str) -> None:
    shades = dict(brand_colours(colour))
    assert shades["brand"] == colour
    assert contrast(shades["brand-on-light"], LIGHT) >= READABLE
    assert contrast(shades["brand-on-dark"], DARK) >= READABLE


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#1f5fa8", LIGHT) == "#1f5fa8"
    assert readable("#f2b705", LIGHT) != "#f2b705"


def test_grounds_are_those_of_the_style_sheet() -> None:
    sheet = (Path(__file__).parents[2] / "overrides/assets/handbook.css").read_text()
    assert f"--hb-surface: {LIGHT};" in sheet
    assert f"--hb-surface: {DARK};" in sheet
