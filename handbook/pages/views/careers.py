"""All job families at once: one picture, and a row for each career path with its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import CareerPath, Family, Role
from handbook.model.requirement import Measure
from handbook.pages.addresses import matrix_path
from handbook.pages.charts.content import ladders_are_parted, ladders_chart
from handbook.pages.charts.mermaid import Chart
from handbook.pages.views.lists import conditions_of
from handbook.words.text import Text


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure that is asked; ``label`` is the catalogue's key for at least or at most."""

    metric: Text
    label: str
    parameter: str


@dataclass(frozen=True, slots=True)
class PathRow:
    """One career path on from a role."""

    role: Role
    path: CareerPath
    target: Role
    thresholds: tuple[Threshold, ...]


@dataclass(frozen=True, slots=True)
class FamilyRows:
    """A job family, its roles from the bottom up, and the career paths on from them."""

    family: Family
    roles: tuple[Role, ...]
    paths: tuple[PathRow, ...]
    has_matrix: bool


@dataclass(frozen=True, slots=True)
class CareersView:
    """Everything that the ladders' page prints.

    ``parted``: there are too many roles for one page; each family's stand on its own.
    """

    chart: Chart
    families: tuple[FamilyRows, ...]
    parted: bool


def careers_lead(book: Handbook) -> str:
    """The catalogue's key of what the page shows."""
    ways = [path for role in book.roles.values() for path in role.paths]
    if not ways:
        return "careers.lead-levels"
    return "careers.lead" if any(path.tenure for path in ways) else "careers.lead-ways"


def careers_view(book: Handbook, lang: str) -> CareersView:
    """The ladders of every job family that has roles."""
    families = tuple(family_rows(book, family) for family, roles in book.ladders.items() if roles)
    return CareersView(ladders_chart(book, lang), families, ladders_are_parted(book, lang))


def family_rows(book: Handbook, family: str) -> FamilyRows:
    """Raises KeyError for an unknown family."""
    roles = book.ladders[family]
    has_matrix = matrix_path(book, family) is not None
    return FamilyRows(book.families[family], roles, tuple(_rows(book, roles)), has_matrix)


def thresholds(book: Handbook, path: CareerPath) -> tuple[Threshold, ...]:
    """The figures that a career path asks, each once."""
    asked = dict.fromkeys((*conditions_of(book, path), *map(str, book.roles[path.to].requirements)))
    measures = (book.requirements[identity].measure for identity in asked)
    return tuple(_threshold(book, measure) for measure in measures if measure)


def _rows(book: Handbook, roles: tuple[Role, ...]) -> Iterator[PathRow]:
    for role in roles:
        for path in role.paths:
            yield PathRow(role, path, book.roles[path.to], thresholds(book, path))


def _threshold(book: Handbook, measure: Measure) -> Threshold:
    label = "measure.at-least" if measure.at_least else "measure.at-most"
    return Threshold(book.metrics[measure.metric].name, label, str(measure.threshold))
