"""Two roles side by side: what is new, raised, kept or left behind, and when one may apply."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.model import CareerPath, Duty, Process, Requirement, Role
from handbook.pages.compare import Comparison, compare, figure
from handbook.pages.views.careers import Threshold, thresholds
from handbook.pages.views.lists import conditions_of
from handbook.pages.views.process import decided_by, process_of


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is asked: the catalogue's key or metric that names it, and its parameter."""

    label: str | None
    metric: str | None
    parameter: str


@dataclass(frozen=True, slots=True)
class Item:
    """One duty or demand; what takes the place of another has both sides.

    A raised demand has figures, too, where both name one.
    """

    before: Duty | Requirement | None
    after: Duty | Requirement | None
    figures: tuple[Figure, Figure] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Items that change in the same way; its name is that of a list of the comparison."""

    name: str
    items: tuple[Item, ...] = ()
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Duties or requirements, in the order of the role's page."""

    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class PathPart:
    """A career path from the one role to the other; ``asks``: it has conditions or a guide."""

    path: CareerPath
    process: Process | None
    decided_by: str | None
    thresholds: tuple[Threshold, ...]
    asks: bool


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Everything that a comparison prints; without roles it is the form that a script fills.

    ``further`` are the career paths on from ``after``, one for each role that they lead to.
    """

    before: Role | None
    after: Role | None
    paths: tuple[PathPart, ...]
    parts: tuple[Part, ...]
    further: tuple[CareerPath, ...] = ()
    back: bool = False

    @property
    def figures(self) -> tuple[tuple[Figure, Figure], ...]:
        """The numbers that rise, for the top of the page."""
        items = (item for part in self.parts for change in part.changes for item in change.items)
        return tuple(item.figures for item in items if item.figures)


BLANK = ComparisonView(
    None,
    None,
    (),
    (
        Part(
            "duties",
            (
                Change("grown_duties"),
                Change("new_duties"),
                Change("left_duties"),
                Change("kept_duties", (), True),
            ),
        ),
        Part(
            "requirements",
            (
                Change("raised_requirements"),
                Change("changed_requirements"),
                Change("new_requirements"),
                Change("dropped_requirements"),
                Change("kept_requirements", (), True),
            ),
        ),
    ),
)


def comparison_view(book: Handbook, before: str, after: str) -> ComparisonView:
    """From one role to another, whether a career path leads there or not.

    Raises KeyError for an unknown id.
    """
    found = compare(book, book.roles[before], book.roles[after])
    # Of these two roles only: all steps for each of them would be quadratic
    forth = tuple(path for path in found.before.paths if path.to == after)
    # Of several to one role that which leads up is told
    on = {str(p.to): p for p in sorted(found.after.paths, key=lambda p: p.type == "promotion")}
    parts = tuple(
        Part(
            p.name, tuple(Change(c.name, _items(book, found, c.name), c.folded) for c in p.changes)
        )
        for p in BLANK.parts
    )
    return ComparisonView(
        found.before,
        found.after,
        paths_between(book, forth),
        parts,
        further=tuple(p for p in found.after.paths if p in on.values() and p.to != before),
        back=before in on,
    )


def paths_between(book: Handbook, paths: Iterable[CareerPath]) -> tuple[PathPart, ...]:
    """What the top of a comparison says of each career path."""
    processes = ((path, process_of(book, path)) for path in paths)
    return tuple(
        PathPart(path, process, decided_by(process), thresholds(book, path), _asks(book, path))
        for path, process in processes
    )


def _asks(book: Handbook, path: CareerPath) -> bool:
    target = book.roles[path.to]
    return bool(conditions_of(book, path) or path.guide or path.tenure or target.requirements)


def figure_of(book: Handbook, requirement: Requirement) -> Figure | None:
    """The number that a demand asks, with what it is called."""
    parameter, measure = figure(book, requirement), requirement.measure
    if parameter is None:
        return None
    if measure:
        return Figure(None, str(measure.metric), parameter)
    return Figure(f"category.{requirement.category}", None, parameter)


def _items(book: Handbook, found: Comparison, name: str) -> tuple[Item, ...]:
    if name == "raised_requirements":
        return tuple(
            Item(raised.before, raised.after, _figures(book, raised.before, raised.after))
            for raised in found.raised_requirements
        )
    if name in ("changed_requirements", "grown_duties"):
        return tuple(Item(pair.before, pair.after) for pair in getattr(found, name))
    things = getattr(found, name)
    if name.startswith(("left", "dropped")):
        return tuple(Item(thing, None) for thing in things)
    return tuple(Item(None, thing) for thing in things)


def _figures(
    book: Handbook, before: Requirement, after: Requirement
) -> tuple[Figure, Figure] | None:
    """Both numbers where they are of the same thing."""
    low, high = figure_of(book, before), figure_of(book, after)
    if low is None or high is None or (low.label, low.metric) != (high.label, high.metric):
        return None
    return low, high
