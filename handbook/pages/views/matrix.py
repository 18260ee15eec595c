"""A job family's matrix as its page prints it: demands by category, duties by area."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import Family, Role
from handbook.pages.charts.content import ladder_chart, ladders_are_parted
from handbook.pages.charts.mermaid import Chart, can_be_read
from handbook.pages.matrix import Area, Demands, matrix
from handbook.pages.views.careers import FamilyRows, family_rows

_FIT = 6


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Everything that a matrix page prints; ``steps`` are career paths between its levels.

    Where all families' ladders are too large for one page, ``chart`` and ``rows`` are this one's.
    One with more levels than people can follow is not laid side by side: ``rows`` are all it shows.
    """

    family: Family
    levels: tuple[Role, ...]
    demands: tuple[Demands, ...]
    areas: tuple[Area, ...]
    steps: tuple[tuple[Role, Role], ...]
    chart: Chart | None = None
    rows: FamilyRows | None = None

    @property
    def wide(self) -> bool:
        """Whether there are more columns than a screen holds, so that the table scrolls."""
        return len(self.levels) > _FIT


def matrix_view(book: Handbook, family: str, lang: str) -> MatrixView:
    """Raises KeyError for an unknown family."""
    rows = chart = None
    if ladders_are_parted(book, lang):
        rows, chart = family_rows(book, family), ladder_chart(book, family, lang)
    levels = book.ladders[family]
    if not can_be_read(len(levels), 0):
        return MatrixView(book.families[family], levels, (), (), (), chart, rows)
    found = matrix(book, family)
    ids = {role.id: role for role in found.levels}
    return MatrixView(
        book.families[family],
        found.levels,
        found.demands,
        found.areas,
        tuple(
            (role, ids[path.to])
            for role in found.levels
            for path in role.paths
            if path.to in ids and path.type == "promotion"
        ),
        chart,
        rows,
    )
