"""Nodes → frozen things; pydantic's errors → problems at the line that causes them."""

from __future__ import annotations

import types
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import cache
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from handbook.model.base import FieldPath, Model, kinds_named
from handbook.model.meaning import meaning_of
from handbook.model.references import ParameterId
from handbook.reading.node import (
    ListNode,
    MapNode,
    Node,
    ScalarNode,
    node_at,
    place_of,
    plain,
    scalars,
)
from handbook.reading.syntax_hints import wrong_colon
from handbook.words.catalogue import FIRST
from handbook.words.facts import Listed
from handbook.words.near import Guesses
from handbook.words.problem import Place, Problem

# What a company's change says of how it is merged
CONTROL_KEYS = ("remove", "after", "before")
# What a wrong value hides comes to light once it is left out
_ROUNDS = 5
_NO_ID = "?"
M = TypeVar("M", bound=Model)
# pydantic's error type → our code; what is not listed is reported as HB299 in pydantic's words
_CODES = {
    "missing": "HB201",
    "extra_forbidden": "HB202",
    "literal_error": "HB203",
    "id_form": "HB204",
    "id_long": "HB205",
    "id_reserved": "HB206",
    "text_type": "HB207",
    "string_type": "HB207",
    "text_empty": "HB208",
    "string_too_short": "HB208",
    "text_unseen": "HB226",
    "text_long": "HB209",
    "string_too_long": "HB209",
    "text_language": "HB213",
    "text_chinese": "HB201",
    "one_of": "HB214",
    "int_type": "HB223",
    "float_type": "HB215",
    "bool_type": "HB216",
    "date_type": "HB217",
    "tuple_type": "HB218",
    "too_short": "HB219",
    "model_type": "HB220",
    "model_attributes_type": "HB220",
    "dict_type": "HB220",
    "string_pattern_mismatch": "HB221",
    "greater_than_equal": "HB222",
    "less_than_equal": "HB222",
}


def validate(
    model: type[M],
    node: MapNode,
    problems: list[Problem],
    *,
    blanks_in: str | None = None,
    instead_of: Iterable[str] | None = None,
    whole: bool = True,
    guesses: Guesses | None = None,
) -> M | None:
    """The thing that ``node`` describes, None with all its problems appended.

    ``blanks_in`` names the one field whose values may be left blank (a company's values).
    ``instead_of`` are the base's ids where a company's file adds the thing: it may be misspelt.
    Not ``whole``: the file that these are changes to can't be read, so what lacks may stand there.
    ``guesses`` are those of the whole check.
    """
    guesses = guesses or Guesses()
    empty = {
        path: scalar
        for path, scalar in scalars(node)
        if scalar.value is None and (not path or path[0] != blanks_in)
    }
    blank = {path: scalar for path, scalar in empty.items() if whole or scalar.blank}
    for path, scalar in blank.items():
        name = next(part for part in reversed(path) if isinstance(part, str))
        problems.append(Problem("HB212", scalar.place, {"field": name}))
    try:
        thing = model.model_validate(plain(node))
    except ValidationError as error:
        details = error.errors(include_url=False)
        additions: dict[FieldPath, list[str]] = {}
        above = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
        for detail in details:
            loc = detail["loc"]
            if not whole and _may_stand_elsewhere(detail):
                continue
            added = _is_addition(node, loc[:-1]) or (instead_of is not None and len(loc) == 1)
            if detail["type"] == "missing" and added and not _key_of(node, loc):
                additions.setdefault(loc[:-1], []).append(str(loc[-1]))
            elif loc in empty or (detail["type"] == "too_short" and loc in above):
                continue  # a list is not too short if it is only its items that are wrong
            elif detail["type"] == "one_of" and _has_blank(detail, empty):
                continue  # that one of them is left out is told already
            else:
                problems.append(_problem(detail, model, node, guesses))
        for path, fields in additions.items():
            problems.append(_addition(node, path, fields, instead_of or (), guesses))
        return None
    return None if blank else thing


def salvage(model: type[M], node: MapNode) -> M:
    """What is sound of a wrong thing: wrong values are left out, and items that lack one."""
    rest = plain(node)
    assert isinstance(rest, dict)
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(rest)
        except ValidationError as error:
            for detail in reversed(error.errors(include_url=False)):
                lacks = detail["type"] == "missing"
                _leave_out(rest, detail["loc"][:-1] if lacks else detail["loc"])
    sound: dict[str, Any] = {}
    for name in model.model_fields.keys() & rest.keys():
        with suppress(ValidationError):
            sound[name] = _field(model, name).validate_python(rest[name])
    return cast("M", model.model_construct(None, **sound))


def _leave_out(data: Any, path: FieldPath) -> None:
    """Take the value at a path out of plain data; tags of unions at its end are passed over."""
    holder: Any = None
    last: Any = None
    for part in path:
        inside: Any = range(len(data)) if isinstance(data, list) else data
        if isinstance(data, (dict, list)) and part in inside:
            holder, last = data, part
            data = holder[last]
    if holder is not None:
        del holder[last]


def lost_kinds(model: type[BaseModel], node: MapNode) -> frozenset[str]:
    """The kinds of thing that wrong or missing values would have referred to."""
    try:
        model.model_validate(plain(node))
    except ValidationError as error:
        wrong = (d["loc"] for d in error.errors() if d["type"] != "extra_forbidden")
        return frozenset().union(*(kinds_named(_type_at(model, loc)) for loc in wrong))
    return frozenset()


@cache
def _field(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    info = model.model_fields[name]
    return TypeAdapter(Annotated[info.annotation, info])  # type: ignore[arg-type]


def _has_blank(detail: ErrorDetails, empty: Collection[FieldPath]) -> bool:
    """Whether one of the fields of which one must be given is there without a value."""
    return any((*detail["loc"], name) in empty for name in detail["ctx"]["names"].split(", "))


def _may_stand_elsewhere(detail: ErrorDetails) -> bool:
    """Whether a change alone has a fault that it has not on top of what it changes."""
    kind = detail["type"]
    merges = kind == "extra_forbidden" and detail["loc"][-1] in CONTROL_KEYS
    return merges or kind in ("missing", "one_of", "text_chinese")


def _problem(
    detail: ErrorDetails, model: type[BaseModel], node: MapNode, guesses: Guesses
) -> Problem:
    loc, kind = detail["loc"], detail["type"]
    place = place_of(node, loc, of_key=kind == "extra_forbidden")
    code = _CODES.get(kind, "HB299")
    context = detail.get("ctx", {})
    names = [part for part in _without_tags(node, loc, kind) if isinstance(part, str)]
    name = names[-1] if names else ""
    told: dict[str, object] = {
        key: context[key] for key in ("id", "unknown", "known", "names") if key in context
    }
    facts: dict[str, object] = {"field": name, **told}
    others: tuple[str, ...] = ()
    if code == "HB220" and (wide := wrong_colon(node_at(node, loc))):
        return wide
    if kind == "missing" and (taken_away := _key_of(node, loc)):
        return Problem(code, taken_away, facts)
    if code in ("HB204", "HB207") and _names_parameter(model, loc):
        code = "HB225"
    if code == "HB202":
        others = guesses.near(name, _fields_at(model, loc[:-1]))
    elif kind == "text_chinese":
        facts["field"] = FIRST
    elif kind == "int_type" and loc[-1] == "int":  # one of several kinds of number
        code = "HB215"
    elif code == "HB203":
        choices = _choices(model, loc)
        others = guesses.near(str(detail["input"]), choices)
        facts["choices"] = Listed(tuple(choices))
    elif code in ("HB205", "HB209"):
        facts["limit"] = context.get("limit", context.get("max_length"))
    elif code == "HB214":
        one_of = context["names"].split(", ")
        facts["names"] = Listed(tuple(one_of))
        place = _changed_among(node, loc, one_of) or place
    elif code == "HB221":
        code = _misshapen(detail, model, name, facts)
    elif code == "HB222":
        facts["bound"] = context.get("ge", context.get("le"))
    elif code == "HB299":
        facts["reason"] = detail["msg"]
    return Problem(code, place, facts, others)


def _misshapen(
    detail: ErrorDetails, model: type[BaseModel], name: str, facts: dict[str, object]
) -> str:
    """The code for a text of the wrong form; what the field takes is added to ``facts``."""
    if set("\r\n") & set(str(detail["input"]).strip()):
        return "HB224"
    loc = detail["loc"]
    facts["meaning"] = meaning_of(_type_at(model, loc[: loc.index(name)]), name)
    return "HB221"


def _names_parameter(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether a field takes a parameter's name, where people tend to write the number."""
    found = _type_at(model, path)
    return isinstance(found, type) and issubclass(found, ParameterId)


def _without_tags(node: MapNode, loc: FieldPath, kind: str) -> FieldPath:
    """``loc`` without the names of union members that pydantic puts behind the last field."""
    while loc and kind != "missing" and node_at(node, loc) is None:
        loc = loc[:-1]
    return loc


def _key_of(node: MapNode, loc: FieldPath) -> Place | None:
    """Where a company takes away, with ``null``, the field that is missing now."""
    parent = node_at(node, loc[:-1])
    return parent.keys.get(str(loc[-1])) if isinstance(parent, MapNode) and loc else None


def _changed_among(node: MapNode, loc: FieldPath, names: list[str]) -> Place | None:
    """The first of the fields that another file adds to the mapping at ``loc``."""
    found = node_at(node, loc)
    keys = found.keys if isinstance(found, MapNode) else {}
    places = (keys[name] for name in names if name in keys)
    return next((p for p in places if found and p.file != found.place.file), None)


def _addition(
    node: MapNode, path: FieldPath, fields: list[str], base: Iterable[str], guesses: Guesses
) -> Problem:
    """HB311: a company's item that hits nothing in the base and is too bare to be new."""
    identity = _id_at(node, path)
    siblings = node_at(node, path[:-1]) if path else None
    if isinstance(siblings, ListNode):
        base = (i for i in (_id_at(item, ()) for item in siblings.items) if i != identity)
    facts = {"field": Listed(tuple(fields), quoted=True), "id": identity}
    return Problem("HB311", place_of(node, (*path, "id")), facts, guesses.near(identity, base))


def _is_addition(node: MapNode, path: FieldPath) -> bool:
    """Whether a company's overlay adds the item at ``path`` to a thing that stands elsewhere.

    What has no id can't have missed one: it just lacks a field.
    """
    return place_of(node, path).file != node.place.file and _id_at(node, path) != _NO_ID


def _id_at(node: Node, path: FieldPath) -> str:
    found = node_at(node, path)
    identity = found.entries.get("id") if isinstance(found, MapNode) else None
    return str(identity.value) if isinstance(identity, ScalarNode) else _NO_ID


def _type_at(annotation: Any, path: FieldPath) -> Any:
    """The type that a model declares for a path; None where it declares none."""
    while get_origin(annotation) in (Union, types.UnionType, Annotated):
        annotation = next(a for a in get_args(annotation) if a is not type(None))
    if not path:
        return annotation
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        arguments = get_args(annotation)
        return _type_at(arguments[0], rest) if arguments else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        field = annotation.model_fields.get(head)
        return _type_at(field.annotation, rest) if field else None
    return None


def _fields_at(model: type[BaseModel], path: FieldPath) -> list[str]:
    found = _type_at(model, path)
    is_model = isinstance(found, type) and issubclass(found, BaseModel)
    return list(found.model_fields) if is_model else []


def _choices(model: type[BaseModel], path: FieldPath) -> list[str]:
    return [str(choice) for choice in get_args(_type_at(model, path))]
