"""The higher the level, the longer one serves before the next."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.finding import COMPANY, Finding, NotChecked, Told
from handbook.checks.lacking import unfilled
from handbook.checks.levels.comparable import months
from handbook.checks.rule import Rule
from handbook.company.book import Handbook
from handbook.company.values import Valued
from handbook.company.wording import Named, Wording
from handbook.model import Role
from handbook.model.on_purpose import OnPurpose


def find(book: Handbook) -> Iterator[Told]:
    """HB805: a promotion after a shorter time than the promotion before it, at the value."""
    told: set[str] = set()
    for role, i, further, j in _in_a_row(book):
        path, following = role.paths[i], further.paths[j]
        if OnPurpose.NONE in (path.tenure, following.tenure):
            continue
        if not (path.tenure and following.tenure):
            without = (further, j) if path.tenure else (role, i)
            yield _no_tenure(book, *without)
            continue
        below, value = book.values[path.tenure], book.values[following.tenure]
        least, asked = months(below), months(value)
        if least is None or asked is None:
            yield from unfilled(book, path.tenure, following.tenure)
        elif asked < least and following.tenure not in told:
            told.add(following.tenure)
            facts = {
                "name": Wording(value.parameter.name, book),
                "value": Valued(value),
                "below_name": Wording(below.parameter.name, book),
                "below": Valued(below),
            }
            about = (("role", str(role.id)), ("role", str(further.id)))
            where = ("values", str(following.tenure))
            yield Finding("HB805", COMPANY, where, facts, about=about)


def _in_a_row(book: Handbook) -> Iterator[tuple[Role, int, Role, int]]:
    """Each promotion with one that follows it: role and number of the path, twice."""
    for role in book.roles.values():
        for i, path in enumerate(role.paths):
            further = book.roles[path.to]
            for j, following in enumerate(further.paths):
                if path.type == following.type == "promotion":
                    yield role, i, further, j


def _no_tenure(book: Handbook, role: Role, index: int) -> NotChecked:
    to = Named(book, "role", str(role.paths[index].to))
    facts = {"role": Wording(role.name, book), "to": to}
    return NotChecked("no-tenure", ("role", str(role.id)), ("paths", index, "to"), facts)


RULE = Rule("HB805", find)
