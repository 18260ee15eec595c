"""A job family's levels side by side: what each asks and does, and what is new or raised there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from handbook.company.book import Handbook
from handbook.model import Duty, Requirement, Role
from handbook.model.requirement import CATEGORIES
from handbook.pages.compare import duties_in_order, lower_demands, requirements_in_order
from handbook.words.text import Text

T = TypeVar("T")
State = Literal["none", "new", "raised", "same"]


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """What one level asks or does in a row, and how that differs from the level before it."""

    things: tuple[T, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Competency:
    """One demand on its way up the ladder, a cell for each level; ``name`` if the data has one."""

    category: str
    name: Text | None
    cells: tuple[Cell[Requirement], ...]


@dataclass(frozen=True, slots=True)
class Area:
    """The duties of one area, a cell for each level."""

    area: Text
    cells: tuple[Cell[Duty], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``levels`` from the bottom up; the cells of every row follow them."""

    levels: tuple[Role, ...]
    competencies: tuple[Competency, ...]
    areas: tuple[Area, ...]


def matrix(book: Handbook, family: str) -> Matrix:
    """Raises KeyError for an unknown family."""
    levels = book.ladders[family]
    return Matrix(levels, tuple(_competencies(book, levels)), tuple(_areas(book, levels)))


def _competencies(book: Handbook, levels: tuple[Role, ...]) -> Iterator[Competency]:
    rows: dict[str, list[tuple[str, ...]]] = {}
    for column, role in enumerate(levels):
        for identity in requirements_in_order(book, role):
            row = rows.setdefault(_root(book, identity), [()] * len(levels))
            row[column] = (*row[column], identity)
    asked = book.requirements
    for row in sorted(
        rows.values(), key=lambda row: CATEGORIES.index(asked[next(_flat(row))].category)
    ):
        cells = (Cell(tuple(asked[i] for i in ids), s) for ids, s in _states(row, levels))
        lowest = asked[next(_flat(row))]
        yield Competency(lowest.category, competency_of(book, lowest), tuple(cells))


def _areas(book: Handbook, levels: tuple[Role, ...]) -> Iterator[Area]:
    rows: dict[Text, list[tuple[str, ...]]] = {}
    for column, role in enumerate(levels):
        for identity in duties_in_order(book, role):
            row = rows.setdefault(book.duties[identity].area, [()] * len(levels))
            row[column] = (*row[column], identity)
    for area, row in rows.items():
        cells = (
            Cell(tuple(book.duties[i] for i in ids), "new" if state == "raised" else state)
            for ids, state in _states(row, levels)
        )
        yield Area(area, tuple(cells))


def _states(
    row: list[tuple[str, ...]], levels: tuple[Role, ...]
) -> Iterator[tuple[tuple[str, ...], State]]:
    """Each cell against the nearest filled one of a lower grade: roles of one grade are peers."""
    for column, ids in enumerate(row):
        lower = [row[i] for i in range(column) if levels[i].grade < levels[column].grade and row[i]]
        if not ids:
            yield ids, "none"
        elif not lower:
            yield ids, "new"
        else:
            yield ids, "same" if set(ids) == set(lower[-1]) else "raised"


def competency_of(book: Handbook, requirement: Requirement) -> Text | None:
    """What a demand is about: its own name for it, else that of the nearest one that it raises."""
    lower = (book.requirements[identity] for identity in lower_demands(book, requirement.id))
    return next((one.competency for one in (requirement, *lower) if one.competency), None)


def _root(book: Handbook, identity: str) -> str:
    """The lowest demand of the chain that a demand belongs to."""
    return (identity, *lower_demands(book, identity))[-1]


def _flat(row: Iterable[tuple[str, ...]]) -> Iterator[str]:
    return (identity for ids in row for identity in ids)
