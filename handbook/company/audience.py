"""What a handbook says to some readers: to all, to managers, to HR; each sees what others do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from annotated_types import MinLen
from pydantic_core import PydanticCustomError

from handbook.company.book import Handbook, mentions
from handbook.model import Company, Process
from handbook.model.base import Audience, FieldPath, Key, Model, ReadBySome, Reference
from handbook.model.role import CareerPath, Confirmation

AUDIENCES: tuple[Audience, ...] = get_args(Audience)  # each sees what stands before it, too
# A way goes with what it leads to: without it there is nothing to show
_LEADS_TO: dict[type[Model], str] = {CareerPath: "to", Confirmation: "process"}
_GONE = object()


@dataclass(frozen=True, slots=True)
class Lack:
    """What ``audience`` would miss at ``path`` of a thing, though it must be there.

    ``target`` is the hidden thing that stands there; None if it is a part of the thing itself.
    """

    key: Key
    path: FieldPath
    audience: Audience
    target: Key | None = None


def for_audience(book: Handbook, audience: Audience) -> Handbook:
    """The handbook without what others read; ``book`` itself where nothing is for others.

    With ``lacks_of`` it would have references that lead nowhere.
    """
    if audience == AUDIENCES[-1] or not _says_whom(book):
        return book
    reader = _Reader(book, audience)
    things: dict[Key, Model] = {
        key: reader.part(key, thing)
        for key, thing in book.things.items()
        if key not in reader.hidden
    }
    company = reader.part(("company", ""), book.company)
    assert isinstance(company, Company)
    things = _without_idle(book, company, things)
    nodes = {key: node for key, node in book.nodes.items() if key in things}
    values = {name: v for name, v in book.values.items() if ("parameter", name) in things}
    return replace(
        book, company=company, things=things, nodes=nodes, values=values, _by_kind={}
    )  # fmt: skip


def lacks_of(book: Handbook) -> Iterator[Lack]:
    """What some readers see that names what they don't; each told for the fewest readers."""
    if not _says_whom(book):
        return
    told: set[tuple[Key, FieldPath, Key | None]] = set()
    for audience in AUDIENCES[:-1]:
        reader = _Reader(book, audience)
        reader.part(("company", ""), book.company)
        for key, thing in book.things.items():
            if key not in reader.hidden:
                reader.part(key, thing)
        for lack in reader.lacks:
            if (lack.key, lack.path, lack.target) not in told:
                told.add((lack.key, lack.path, lack.target))
                yield lack


def _says_whom(book: Handbook) -> bool:
    return any(thing.once(_for_some) for thing in book.things.values())


def _for_some(value: object) -> bool:
    """Whether a thing or a part of it is for some alone."""
    if isinstance(value, tuple):
        return any(map(_for_some, value))
    if not isinstance(value, Model):
        return False
    if isinstance(value, ReadBySome) and value.audience != AUDIENCES[0]:
        return True
    return any(_for_some(getattr(value, name)) for name in type(value).model_fields)


def _without_idle(
    book: Handbook, company: Company, things: dict[Key, Model]
) -> dict[Key, Model]:  # fmt: skip
    """``things`` without the parameters that only hidden things mention."""
    while True:
        used = {target for _, target in mentions(company)}
        used |= {target for thing in things.values() for _, target in mentions(thing)}
        idle = {k for k in things if k[0] == "parameter" and k in book.users and k not in used}
        if not idle:
            return things
        things = {key: thing for key, thing in things.items() if key not in idle}


@dataclass(slots=True)
class _Reader:
    """Goes through things with the eyes of ``audience`` and notes what is lacking."""

    book: Handbook
    audience: Audience
    hidden: frozenset[Key] = frozenset()
    lacks: list[Lack] = field(default_factory=list)
    _key: Key = ("", "")

    def __post_init__(self) -> None:
        things = self.book.things.items()
        self.hidden = frozenset(key for key, thing in things if not self._sees(thing))

    def _sees(self, value: object) -> bool:
        if not isinstance(value, ReadBySome):
            return True
        return AUDIENCES.index(value.audience) <= AUDIENCES.index(self.audience)

    def part(self, key: Key, thing: Model) -> Model:
        """A thing as it is read; ``thing`` itself if that is all of it."""
        self._key = key
        for path, target in mentions(thing):
            # a reference is judged by its field; reasons of acceptances are for HR alone
            if target in self.hidden and path[0] != "accept" and self._read(thing, path):
                self._text(thing, path, target)
        if isinstance(thing, Process):
            self._arrows(thing)
        return self._model(thing, ())

    def _text(self, thing: Model, path: FieldPath, target: Key) -> None:
        if not isinstance(_at(thing, path), Reference):
            self._lacks(path, target)

    def _read(self, thing: Model, path: FieldPath) -> bool:
        """Whether the part at ``path`` is in nothing that is hidden."""
        return all(not self._goes(_at(thing, path[:end])) for end in range(1, len(path)))

    def _goes(self, value: object) -> bool:
        if not self._sees(value):
            return True
        leads = _LEADS_TO.get(type(value))  # type: ignore[arg-type]
        return leads is not None and self._is_hidden(getattr(value, leads))

    def _is_hidden(self, value: object) -> bool:
        return isinstance(value, Reference) and (value.kind, str(value)) in self.hidden

    def _lacks(self, path: FieldPath, target: Key | None = None) -> None:
        self.lacks.append(Lack(self._key, path, self.audience, target))

    def _model(self, value: Model, path: FieldPath) -> Model:
        old = {name: getattr(value, name) for name in type(value).model_fields}
        new = {
            name: old[name] if name == "accept" else self._field(value, name, (*path, name))
            for name in old
        }
        if all(new[name] is old[name] for name in old):
            return value
        copy = type(value).model_construct(**new)
        if not _is_whole(copy):
            self._lacks(path)
        return copy

    def _field(self, owner: Model, name: str, path: FieldPath) -> Any:
        info, old = type(owner).model_fields[name], getattr(owner, name)
        new = self._value(old, path)
        if new is not _GONE:
            return new
        # a number that is missing would say something else
        is_number = isinstance(old, Reference) and old.kind == "parameter"
        if info.is_required() or is_number:
            self._lacks(path, (old.kind, str(old)) if isinstance(old, Reference) else None)
            return old
        return info.get_default()

    def _value(self, value: Any, path: FieldPath) -> Any:
        if isinstance(value, Model):
            return _GONE if self._goes(value) else self._model(value, path)
        if self._is_hidden(value):
            return _GONE
        if not isinstance(value, tuple):
            return value
        items = [self._item(item, (*path, index)) for index, item in enumerate(value)]
        if all(new is old for new, old in zip(items, value, strict=True)):
            return value
        return tuple(item for item in items if item is not _GONE)

    def _item(self, item: Any, path: FieldPath) -> Any:
        new = self._value(item, path)
        if new is _GONE and isinstance(item, Reference) and item.kind == "parameter":
            self._lacks(path, (item.kind, str(item)))
            return item
        return new

    def _arrows(self, process: Process) -> None:
        """A step that others lead to, and a decision's last outcome, must be there."""
        hidden = {str(node.id) for node in process.nodes if not self._sees(node)}
        for i, step in enumerate(process.steps):
            if not self._sees(step):
                continue
            if step.next in hidden:
                self._lacks(("steps", i, "next"))
            seen = [(j, o) for j, o in enumerate(step.outcomes) if self._sees(o)]
            if step.outcomes and not seen:
                self._lacks(("steps", i, "outcomes"))
            for j, outcome in seen:
                if outcome.to in hidden:
                    self._lacks(("steps", i, "outcomes", j, "to"))
        for i, timer in enumerate(process.timers):
            if self._sees(timer) and timer.to in hidden:
                self._lacks(("timers", i, "to"))


def _at(thing: Any, path: FieldPath) -> Any:
    for step in path:
        thing = thing[step] if isinstance(step, int) else getattr(thing, step)
    return thing


def _is_whole(value: Model) -> bool:
    """Whether lists that need an item have one, and what the model itself asks for holds."""
    for name, info in type(value).model_fields.items():
        least = (each.min_length for each in info.metadata if isinstance(each, MinLen))
        if any(len(getattr(value, name)) < n for n in least if n):
            return False
    try:
        for name in type(value).__pydantic_decorators__.model_validators:
            getattr(value, name)()
    except PydanticCustomError:
        return False
    return True
