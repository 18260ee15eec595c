"""Requirement: what is asked of a person, and how one can tell."""

from __future__ import annotations

from typing import ClassVar, Literal, Self, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handbook.model.base import Acceptance, LocalId, Model, ReadBySome, Word
from handbook.model.references import (
    CompetencyId,
    MetricId,
    RequirementId,
    ReviewPeriodId,
    ThresholdId,
    ValidityId,
)
from handbook.words.text import Text

Category = Literal["performance", "ability", "knowledge", "attitude", "discipline", "tenure"]
CATEGORIES: tuple[Category, ...] = get_args(Category)  # in the order of every page


class Measure(Model):
    """A figure and its threshold; exactly one of ``at_least`` and ``at_most``."""

    metric: MetricId
    at_least: ThresholdId | None = None
    at_most: ThresholdId | None = None
    over: ReviewPeriodId | None = None

    @model_validator(mode="after")
    def _one_threshold(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise PydanticCustomError("one_of", "{names}", {"names": "at_least, at_most"})
        return self

    @property
    def threshold(self) -> ThresholdId:
        """The parameter that holds the threshold."""
        threshold = self.at_least or self.at_most
        assert threshold is not None
        return threshold


class Certificate(Model):
    """A certificate that is asked; without ``valid_for`` it holds for good."""

    issuer: Text
    level: Text | None = None
    valid_for: ValidityId | None = None


class Requirement(ReadBySome):
    """One demand; ``expands_on`` is the same demand one level lower.

    ``competency`` is what it is about; the demands that expand on it are about the same. ``level``
    is which of the competency's levels it takes.
    """

    kind: ClassVar[str] = "requirement"

    id: LocalId
    category: Category
    competency: CompetencyId | None = None
    level: LocalId | None = None
    text: Text
    evidence: Text | None = None
    measure: Measure | None = None
    certificate: Certificate | None = None
    expands_on: RequirementId | None = None
    source: tuple[Word, ...] = Field(default=(), strict=False)
    accept: tuple[Acceptance, ...] = Field(default=(), strict=False)
