"""What the chooser's script compares any two roles with: each text once, linear in the data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from handbook.company.competencies import named_competency
from handbook.model import Requirement
from handbook.pages.blocks import Blocks, Line
from handbook.pages.compare import duties_in_order, rank, requirements_in_order, steps
from handbook.pages.layout.comparison_parts import figure_name, path_boxes, role_side, thing_side
from handbook.pages.views.comparison import figure_of, paths_between
from handbook.pages.writer import Writer


@dataclass(frozen=True, slots=True)
class RoleData:
    """A role as one side; the ids of what it does and asks, in the order of its page."""

    name: str
    blocks: Blocks
    duties: tuple[str, ...]
    requirements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemandData:
    """A demand; if it asks a number, how that is called, written and told from other numbers.

    ``competency`` is the id of what it is about, ``rank`` which level of it is asked, from 1.
    """

    blocks: Blocks
    competency: str = ""
    rank: int = 0
    label: str = ""
    value: Line = ()
    figure: str = ""


@dataclass(frozen=True, slots=True)
class ChooserData:
    """Everything by its id; ``raises`` leads from a demand to the lower one that it raises.

    ``grows`` does the same for duties. ``ways`` are the career paths by ``before--after``.
    """

    roles: dict[str, RoleData]
    duties: dict[str, Blocks]
    requirements: dict[str, DemandData]
    raises: dict[str, str]
    grows: dict[str, str]
    ways: dict[str, Blocks]


def chooser_data(w: Writer) -> ChooserData:
    """Roles with their ids, and everything that those ids stand for."""
    book = w.book
    roles = {
        identity: RoleData(
            w.plain(role.name),
            role_side(w, role),
            duties_in_order(book, role),
            requirements_in_order(book, role),
        )
        for identity, role in book.roles.items()
    }
    duties = _each(role.duties for role in roles.values())
    demands = _each(role.requirements for role in roles.values())
    return ChooserData(
        roles,
        duties={i: thing_side(w, book.duties[i]) for i in duties},
        requirements={i: _demand(w, book.requirements[i]) for i in demands},
        # Links of a chain that no role asks still lead from a higher demand to a lower one
        raises={str(r.id): str(r.expands_on) for r in book.requirements.values() if r.expands_on},
        grows={str(d.id): str(d.expands_on) for d in book.duties.values() if d.expands_on},
        ways={
            f"{before}--{after}": path_boxes(w, book.roles[before], paths_between(book, paths))
            for (before, after), paths in steps(book).items()
        },
    )


def _demand(w: Writer, requirement: Requirement) -> DemandData:
    found = DemandData(
        thing_side(w, requirement),
        named_competency(w.book, requirement) or "",
        rank(w.book, requirement.id),
    )
    asked = figure_of(w.book, requirement)
    if asked is None:
        return found
    told_apart = asked.metric or asked.label or ""
    return replace(
        found,
        label=figure_name(w, asked),
        value=w.value(asked.parameter),
        figure=told_apart,
    )


def _each(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for ids in lists for i in ids))
