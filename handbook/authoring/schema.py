"""JSON Schema for editors: completes fields, explains them, underlines mistakes.

``<kind>.json`` is for the base, ``<kind>.change.json`` for what a company lays over it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from handbook.authoring.reference import item_model
from handbook.authoring.writing import make_folder, write_whole
from handbook.model import Company, Parameter
from handbook.model.base import Key
from handbook.model.kinds import KINDS
from handbook.model.meaning import meaning
from handbook.reading.node import MapNode
from handbook.reading.validate import validate
from handbook.words.catalogue import FIRST, say

FOLDER = ".schema"
_CHANGE_FIELDS = ("remove", "after", "before")


def schemas(things: Mapping[Key, MapNode], lang: str = FIRST) -> dict[str, dict[str, Any]]:
    """Every schema by file name; ``things`` give the parameters that a company fills in."""
    found: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        for change in (False, True):
            item = _schema(kind.model, lang, change=change)
            name = f"{kind.name}.change.json" if change else f"{kind.name}.json"
            found[name] = item if kind.one_per_file else _list_of(item)
    company = _schema(Company, lang, change=False)
    company["properties"]["values"] = _values(things, lang)
    found["company.json"] = company
    return found


def write_schemas(folder: Path, things: Mapping[Key, MapNode], lang: str = FIRST) -> list[Path]:
    """Write every schema beside the data, and return the paths. Raises CannotWrite."""
    target = folder / FOLDER
    make_folder(target)
    paths = []
    for name, schema in schemas(things, lang).items():
        path = target / name
        write_whole(path, schema_text(schema))
        paths.append(path)
    return paths


def schema_text(schema: dict[str, Any]) -> str:
    """The file's text: stable, one thing a line, so that differences can be read."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def modeline(kind: str, depth: int, *, change: bool = False) -> str:
    """The comment that tells an editor its schema; ``depth`` counts folders below the data."""
    name = f"{kind}.change.json" if change else f"{kind}.json"
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}"


def _schema(model: type[BaseModel], lang: str, *, change: bool) -> dict[str, Any]:
    schema = TypeAdapter(model).json_schema()
    definitions = schema.pop("$defs", {})
    models = {found.__name__: found for found in _models(model)}
    for name, definition in [(model.__name__, schema), *definitions.items()]:
        if name in models:
            _explain(definition, models[name], lang, change=change)
    if definitions:
        schema["$defs"] = definitions
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    found = [model]
    for info in model.model_fields.values():
        inner = item_model(info.annotation)
        if inner is not None and inner not in found:
            found += _models(inner)
    return found


def _explain(
    definition: dict[str, Any], model: type[BaseModel], lang: str, *, change: bool
) -> None:
    definition.pop("description", None)
    definition.pop("title", None)
    for name, field in definition.get("properties", {}).items():
        field.pop("title", None)
        field["description"] = meaning(model, name, lang)
        if change and name != "id":
            definition["properties"][name] = {"anyOf": [field, {"type": "null"}]}
            definition["properties"][name]["description"] = field.pop("description")
    if change:
        definition["required"] = [n for n in definition.get("required", []) if n == "id"]
        if "id" in definition.get("properties", {}):
            for name in _CHANGE_FIELDS:
                definition["properties"][name] = {
                    "description": meaning(model, name, lang),
                    **({"const": True} if name == "remove" else {"type": "string"}),
                }


def _values(things: Mapping[Key, MapNode], lang: str) -> dict[str, Any]:
    properties = {}
    for (kind, identity), node in things.items():
        parameter = validate(Parameter, node, []) if kind == "parameter" else None
        if isinstance(parameter, Parameter):
            name, why = parameter.name.typed(lang), parameter.meaning.typed(lang)
            properties[identity] = {"description": f"{name}{say('colon', lang)}{why}"}
    description = meaning(Company, "values", lang)
    return {"type": "object", "description": description, "properties": properties}


def _list_of(item: dict[str, Any]) -> dict[str, Any]:
    definitions = item.pop("$defs", {})
    dialect = item.pop("$schema")
    return {"$schema": dialect, "type": "array", "items": item, "$defs": definitions}
