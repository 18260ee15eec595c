"""A job family's levels side by side: what each asks and does, and what is new or raised there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from handbook.company.book import Handbook
from handbook.company.competencies import lower, named_competency
from handbook.model import Competency, Duty, Key, Requirement, Role
from handbook.model.requirement import CATEGORIES, Category
from handbook.pages.compare import (
    chained,
    duties_in_order,
    raised_and_changed,
    requirements_in_order,
)
from handbook.words.text import Text

T = TypeVar("T")
State = Literal["none", "new", "raised", "same"]  # new: other than below, and not raised
Rises = Callable[[tuple[str, ...], tuple[str, ...]], bool]


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """What one level asks or does in a row, and how that differs from the level before it."""

    things: tuple[T, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Demands:
    """What is asked of one competency, else one demand on its way up; a cell for each level.

    ``categories`` are those of its demands, in the order of the model.
    """

    categories: tuple[Category, ...]
    competency: Competency | None
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
    demands: tuple[Demands, ...]
    areas: tuple[Area, ...]


def matrix(book: Handbook, family: str) -> Matrix:
    """Raises KeyError for an unknown family."""
    levels = book.ladders[family]
    return Matrix(levels, tuple(_demands(book, levels)), tuple(_areas(book, levels)))


def _demands(book: Handbook, levels: tuple[Role, ...]) -> Iterator[Demands]:
    asked = book.requirements
    rows: dict[Key, list[tuple[str, ...]]] = {}
    for column, role in enumerate(levels):
        for identity in requirements_in_order(book, role):
            row = rows.setdefault(_row(book, identity), [()] * len(levels))
            row[column] = (*row[column], identity)
    found = [
        Demands(
            tuple(sorted({asked[i].category for i in _flat(row)}, key=CATEGORIES.index)),
            book.competencies[identity] if kind == "competency" else None,
            tuple(
                Cell(tuple(asked[i] for i in ids), state)
                for ids, state in _states(
                    row, levels, lambda low, high: _asks_more(book, low, high)
                )
            ),
        )
        for (kind, identity), row in rows.items()
    ]
    yield from sorted(found, key=lambda one: CATEGORIES.index(one.categories[0]))


def _row(book: Handbook, identity: str) -> Key:
    """The competency that a demand is about, else the lowest demand of its chain."""
    if named := named_competency(book, book.requirements[identity]):
        return ("competency", named)
    return ("requirement", (identity, *lower(book.requirements, identity))[-1])


def _asks_more(book: Handbook, low: tuple[str, ...], high: tuple[str, ...]) -> bool:
    """Whether something is raised, or comes on top of all that was asked."""
    raised, _ = raised_and_changed(book, low, high)
    return bool(raised) or set(low) < set(high)


def _areas(book: Handbook, levels: tuple[Role, ...]) -> Iterator[Area]:
    rows: dict[Text, list[tuple[str, ...]]] = {}
    for column, role in enumerate(levels):
        for identity in duties_in_order(book, role):
            row = rows.setdefault(book.duties[identity].area, [()] * len(levels))
            row[column] = (*row[column], identity)
    for area, row in rows.items():
        states = _states(row, levels, lambda low, high: bool(chained(book.duties, low, high)))
        yield Area(area, tuple(Cell(tuple(book.duties[i] for i in ids), s) for ids, s in states))


def _states(
    row: list[tuple[str, ...]], levels: tuple[Role, ...], rises: Rises
) -> Iterator[tuple[tuple[str, ...], State]]:
    """Each cell against the nearest filled one of a lower grade: roles of one grade are peers."""
    for column, ids in enumerate(row):
        below = [row[i] for i in range(column) if levels[i].grade < levels[column].grade and row[i]]
        if not ids:
            yield ids, "none"
        elif not below:
            yield ids, "new"
        elif set(ids) == set(below[-1]):
            yield ids, "same"
        else:
            yield ids, "raised" if rises(below[-1], ids) else "new"


def _flat(row: Iterable[tuple[str, ...]]) -> Iterator[str]:
    return (identity for ids in row for identity in ids)
