"""Duty: one thing that a role or a department does."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.base import Acceptance, LocalId, ReadBySome, Word
from handbook.model.references import DutyId, MetricId
from handbook.words.text import Text


class Duty(ReadBySome):
    """A duty in one sentence; ``area`` groups duties on a page, ``actions`` are its details.

    ``expands_on`` is the duty of a lower level that it grows out of.
    """

    kind: ClassVar[str] = "duty"

    id: LocalId
    area: Text
    text: Text
    actions: tuple[Text, ...] = Field(default=(), strict=False)
    metrics: tuple[MetricId, ...] = Field(default=(), strict=False)
    expands_on: DutyId | None = None
    source: tuple[Word, ...] = Field(default=(), strict=False)
    accept: tuple[Acceptance, ...] = Field(default=(), strict=False)
