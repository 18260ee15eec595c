"""Metric: how a figure such as the first-contact resolution rate is computed."""

from __future__ import annotations

from typing import ClassVar, Literal

from handbook.model.base import Thing, Word
from handbook.words.text import Text


class Metric(Thing):
    """A figure; ``better`` says in which direction it improves."""

    kind: ClassVar[str] = "metric"

    meaning: Text
    better: Literal["higher", "lower"]
    unit: Text
    abbreviation: Word | None = None
    numerator: Text | None = None
    denominator: Text | None = None
    measured_in: Text | None = None
