"""HR's page of values: this company's beside the bounds, the uses and the other companies'."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.company.book import Handbook
from handbook.company.values import Value, bounds
from handbook.company.wording import plain_text
from handbook.model import Parameter
from handbook.model.base import Key
from handbook.pages.addresses import PAGE_FOLDERS
from handbook.words.figures import number


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another company, as much of it as this one's site has to say.

    ``name`` in the site's language; ``values`` by parameter; ``pages`` are the files of its site.
    Its handbook is not kept for that: those of five hundred companies take gigabytes.
    """

    name: str
    values: Mapping[str, Value]
    pages: frozenset[str]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One parameter. ``others`` holds company and value; ``uses`` the pages that show it."""

    parameter: Parameter
    low: str | None
    high: str | None
    uses: tuple[Key, ...]
    others: tuple[tuple[str, str], ...]
    differs: bool
    limited_by_law: bool

    @property
    def bounds(self) -> str | None:
        """The catalogue's key for the bounds that there are."""
        if self.low is None:
            return None if self.high is None else "parameters.high"
        return "parameters.low" if self.high is None else "parameters.between"


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """Parameters of one group; the group of unfilled ones comes first and has no name."""

    name: str | None
    rows: tuple[ValueRow, ...]


def value_groups(
    book: Handbook, others: Mapping[str, Neighbour], lang: str
) -> tuple[ValueGroup, ...]:
    """Every parameter of the company, unfilled ones first."""
    rows: dict[str | None, list[ValueRow]] = {None: []}
    for identity, parameter in book.parameters.items():
        if book.nodes["parameter", identity] is book.company_node:
            continue
        group = plain_text(parameter.group, book, lang)
        unfilled = book.values[identity].raw is None
        rows.setdefault(None if unfilled else group, []).append(_row(book, others, parameter, lang))
    return tuple(ValueGroup(name, tuple(found)) for name, found in rows.items() if found)


def _row(
    book: Handbook, others: Mapping[str, Neighbour], parameter: Parameter, lang: str
) -> ValueRow:
    identity = str(parameter.id)
    low, high = bounds(parameter)
    theirs = tuple(
        (other.name, other.values[identity].text(lang))
        for other in others.values()
        if identity in other.values and other.values[identity].raw is not None
    )
    own = book.values[identity].text(lang)
    return ValueRow(
        parameter,
        None if low is None else number(low, lang),
        None if high is None else number(high, lang),
        pages_that_show(book, ("parameter", identity)),
        theirs,
        any(value != own for _, value in theirs),
        parameter.legal is not None and bool(book.company.laws),
    )


def pages_that_show(book: Handbook, key: Key) -> tuple[Key, ...]:
    """The things with pages that mention ``key``, directly or through things without pages."""
    found: dict[Key, None] = {}
    waiting, seen = deque([key]), {key}
    while waiting:
        for user in book.users.get(waiting.popleft(), ()):
            if user[0] in PAGE_FOLDERS:
                found[user] = None
            elif user not in seen:
                waiting.append(user)
            seen.add(user)
    return tuple(found)
