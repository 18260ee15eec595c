"""A job family's matrix as its page prints it: demands by category, duties by area."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import Family, Role
from handbook.pages.charts.content import ladder_chart, ladders_are_parted
from handbook.pages.charts.mermaid import Chart
from handbook.pages.matrix import Area, Competency, matrix

_FIT = 6


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Everything that a matrix page prints; ``steps`` are career paths between its levels.

    ``chart`` is its ladder, where that of all families is too large to be read.
    """

    family: Family
    levels: tuple[Role, ...]
    competencies: tuple[Competency, ...]
    areas: tuple[Area, ...]
    steps: tuple[tuple[Role, Role], ...]
    chart: Chart | None

    @property
    def wide(self) -> bool:
        """Whether there are more columns than a screen holds, so that the table scrolls."""
        return len(self.levels) > _FIT


def matrix_view(book: Handbook, family: str, lang: str) -> MatrixView:
    """Raises KeyError for an unknown family."""
    found = matrix(book, family)
    ids = {role.id: role for role in found.levels}
    return MatrixView(
        book.families[family],
        found.levels,
        found.competencies,
        found.areas,
        tuple(
            (role, ids[path.to])
            for role in found.levels
            for path in role.paths
            if path.to in ids and path.type == "promotion"
        ),
        ladder_chart(book, family, lang) if ladders_are_parted(book, lang) else None,
    )
