"""What can be written in the data: every kind, field, type, meaning and example, from the model."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handbook.model import Company
from handbook.model.base import Key, LocalId, Reference
from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE, KINDS
from handbook.model.meaning import meaning
from handbook.model.references import ParameterId
from handbook.reading.node import MapNode, Plain, plain
from handbook.words.catalogue import say
from handbook.words.text import Text


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field; ``level`` counts from 0 for fields of the thing itself, then of its items."""

    name: str
    level: int
    type: str
    required: bool
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class KindPart:
    """One kind with where its files stand."""

    name: str
    title: str
    files: str
    rows: tuple[FieldRow, ...]


def reference(things: Mapping[Key, MapNode], lang: str) -> tuple[KindPart, ...]:
    """Every kind. Examples are the first values found in ``things``, so they never go stale."""
    examples: dict[str, list[Plain]] = {}
    for (name, _), node in things.items():
        examples.setdefault(name, []).append(plain(node))
    parts = []
    for kind in KINDS:
        files = f"{kind.folder}/<id>.yml" if kind.one_per_file else f"{kind.folder}.yml"
        rows = tuple(_rows(kind.model, 0, examples.get(kind.name, []), lang))
        parts.append(KindPart(kind.name, say(f"kind.{kind.name}", lang), files, rows))
    files = f"{COMPANIES_FOLDER}/<id>/{COMPANY_FILE}"
    rows = tuple(_rows(Company, 0, examples.get("company", []), lang))
    return (*parts, KindPart("company", say("kind.company", lang), files, rows))


def _rows(
    model: type[BaseModel], level: int, examples: list[Plain], lang: str
) -> Iterator[FieldRow]:
    for name, info in model.model_fields.items():
        found = [e[name] for e in examples if isinstance(e, dict) and e.get(name) is not None]
        inner = item_model(info.annotation)
        yield FieldRow(
            name, level, _type(info, lang), info.is_required(), meaning(model, name, lang),
            "" if inner or not found else _shown(found[0]),
        )  # fmt: skip
        if inner is not None:
            yield from _rows(inner, level + 1, list(_items(found)), lang)


def item_model(annotation: Any) -> type[BaseModel] | None:
    """The model of a field's value or of the items of its list, None if it has none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if argument is not Ellipsis and (found := item_model(argument)):
            return found
    return None


def _items(values: list[Plain]) -> Iterator[Plain]:
    for value in values:
        yield from value if isinstance(value, list) else [value]


def _type(info: FieldInfo, lang: str) -> str:
    return _type_name(info.annotation, lang)


def _type_name(annotation: Any, lang: str) -> str:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        inner = [a for a in get_args(annotation) if a is not type(None)]
        return (
            say("type.number", lang) if set(inner) == {int, float} else _type_name(inner[0], lang)
        )
    if origin is tuple:
        return say("type.list", lang, of=_type_name(get_args(annotation)[0], lang))
    if origin is Literal:
        return say("type.choice", lang, choices=" | ".join(map(str, get_args(annotation))))
    if origin is dict:
        return say("type.map", lang)
    if hasattr(annotation, "__metadata__"):
        return _type_name(get_args(annotation)[0], lang)
    if isinstance(annotation, type):
        if issubclass(annotation, ParameterId) and annotation.takes:
            return say("type.parameter", lang, takes=say(f"takes.{annotation.__name__}", lang))
        if issubclass(annotation, Reference):
            return say("type.reference", lang, kind=say(f"kind.{annotation.kind}", lang))
        if issubclass(annotation, BaseModel):
            return say("type.group", lang)
        for known, key in _TYPES.items():
            if issubclass(annotation, known):
                return say(key, lang)
    return str(annotation)


_TYPES: dict[type, str] = {
    LocalId: "type.id",
    Text: "type.text",
    bool: "type.bool",
    str: "type.word",
    int: "type.whole",
    float: "type.number",
    date: "type.date",
}


def _shown(value: Plain) -> str:
    """A value as it would be written on one line, cut where it gets long."""
    if isinstance(value, list):
        text = (
            "[" + ", ".join(str(item) for item in value[:3]) + (", …]" if len(value) > 3 else "]")
        )
    elif isinstance(value, dict):
        text = "{" + ", ".join(f"{k}: {v}" for k, v in list(value.items())[:2]) + "}"
    elif isinstance(value, bool):
        text = str(value).lower()
    else:
        text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"
