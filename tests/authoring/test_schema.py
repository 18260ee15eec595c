"""What an editor takes and underlines is what the model takes and refuses."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator
from places import POLICY

from handbook.authoring.reference import item_model
from handbook.authoring.schema import FOLDER, modeline, schemas, write_schemas
from handbook.model import Company
from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE, KIND_BY_FOLDER, KINDS, Kind
from handbook.reading.data_format import FORMAT_FILE
from handbook.reading.library import Library, load
from handbook.reading.node import MapNode, Plain, plain
from handbook.reading.source import read
from handbook.reading.validate import validate

PATHS = {path: path.relative_to(POLICY).parts for path in sorted(POLICY.rglob("*.yml"))}
# Nobody writes format.yml by hand
FILES = [path for path, parts in PATHS.items() if parts[0][0] != "." and parts != (FORMAT_FILE,)]
ODD = {"nothing": "like this"}


def as_json(value: Plain) -> Any:
    """Data as an editor sees it: a date is a string there."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def content(path: Path) -> Any:
    root, problems = read(path, path.name)
    assert root is not None
    assert problems == []
    return as_json(plain(root))


def schema_of(path: Path) -> tuple[str, int, bool]:
    """Name of the kind, depth below policy_data, and whether the file changes the base."""
    parts = path.relative_to(POLICY).parts
    change = parts[0] == COMPANIES_FOLDER
    inner = parts[2:] if change else parts
    if inner == (COMPANY_FILE,):
        return "company", len(parts) - 1, False
    folder = inner[0] if len(inner) > 1 else Path(inner[0]).stem
    return KIND_BY_FOLDER[folder].name, len(parts) - 1, change


@pytest.fixture(scope="module")
def all_schemas(real_library: Library) -> dict[str, dict[str, Any]]:
    return schemas(real_library.base.things)


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    return [error.message for error in Draft7Validator(schema).iter_errors(value)]


def test_every_schema_is_one(all_schemas: dict[str, dict[str, Any]]) -> None:
    assert len(all_schemas) == 2 * len(KINDS) + 1
    for schema in all_schemas.values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(POLICY).as_posix())
def test_every_file_names_its_schema_and_keeps_it(
    path: Path, all_schemas: dict[str, dict[str, Any]]
) -> None:
    kind, depth, change = schema_of(path)
    first = path.read_text("utf-8").split("\n", 1)[0]
    assert first == modeline(kind, depth, change=change)
    named = path.parent / first.split("$schema=")[1]
    assert named.resolve().parent == (POLICY / FOLDER).resolve()
    assert faults(all_schemas[named.name], content(path)) == []


def sample(library: Library, kind: Kind) -> dict[str, Any]:
    """The thing of a kind that has the most fields."""
    nodes = [node for (name, _), node in library.base.things.items() if name == kind.name]
    found = as_json(plain(max(nodes, key=lambda node: len(str(plain(node))))))
    assert isinstance(found, dict)
    return found


def in_file(kind: Kind, thing: dict[str, Any]) -> Any:
    return thing if kind.one_per_file else [thing]


KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@KIND
def test_an_unknown_field_is_underlined(
    kind: Kind, real_library: Library, all_schemas: dict[str, dict[str, Any]]
) -> None:
    thing = sample(real_library, kind)
    for schema in (all_schemas[f"{kind.name}.json"], all_schemas[f"{kind.name}.change.json"]):
        assert faults(schema, in_file(kind, thing)) == []
        (fault,) = faults(schema, in_file(kind, {**thing, "nmae": "x"}))
        assert "nmae" in fault
    for name, value in thing.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            inner = [{**value[0], "nmae": "x"}, *value[1:]]
            assert faults(all_schemas[f"{kind.name}.json"], in_file(kind, {**thing, name: inner}))


@KIND
def test_a_missing_field_is_underlined_but_not_in_a_change(
    kind: Kind, real_library: Library, all_schemas: dict[str, dict[str, Any]]
) -> None:
    thing = sample(real_library, kind)
    required = [name for name, info in kind.model.model_fields.items() if info.is_required()]
    for name in required:
        less = {key: value for key, value in thing.items() if key != name}
        assert faults(all_schemas[f"{kind.name}.json"], in_file(kind, less)), name
    only_id = in_file(kind, {"id": thing["id"]})
    assert faults(all_schemas[f"{kind.name}.change.json"], only_id) == []
    without = in_file(kind, {k: v for k, v in thing.items() if k != "id"})
    assert faults(all_schemas[f"{kind.name}.change.json"], without)


@KIND
def test_a_wrong_type_is_underlined(
    kind: Kind, real_library: Library, all_schemas: dict[str, dict[str, Any]]
) -> None:
    thing = sample(real_library, kind)
    for name in kind.model.model_fields:
        for change in ("", ".change"):
            schema = all_schemas[f"{kind.name}{change}.json"]
            assert faults(schema, in_file(kind, {**thing, name: ODD})), name
            assert faults(schema, in_file(kind, {**thing, name: [[]]})), name


def choices(model: type[Any]) -> list[str]:
    return [
        name for name, info in model.model_fields.items()
        if any(isinstance(a, str) for a in get_args(info.annotation))
    ]  # fmt: skip


CHOICES = [(kind, name) for kind in KINDS for name in choices(kind.model)]


@pytest.mark.parametrize(("kind", "name"), CHOICES, ids=lambda v: getattr(v, "name", v))
def test_a_wrong_choice_is_underlined(
    kind: Kind, name: str, real_library: Library, all_schemas: dict[str, dict[str, Any]]
) -> None:
    thing = sample(real_library, kind)
    for change in ("", ".change"):
        schema = all_schemas[f"{kind.name}{change}.json"]
        assert faults(schema, in_file(kind, {**thing, name: "no such choice"}))


def test_there_are_choices_at_the_top_of_five_kinds_and_inside_others() -> None:
    assert {kind.name for kind, _ in CHOICES} >= {
        "process", "requirement", "metric", "script", "parameter", "flowchart"
    }  # fmt: skip


def test_wrong_choices_inside_items_are_underlined(
    real_library: Library, all_schemas: dict[str, dict[str, Any]]
) -> None:
    """role.paths.type, form.fields.type, process.ends.result."""
    for name, field, inner in [
        ("role", "paths", "type"), ("form", "fields", "type"), ("process", "ends", "result"),
    ]:  # fmt: skip
        thing = sample(real_library, next(kind for kind in KINDS if kind.name == name))
        assert inner in choices(item_model(next(
            kind.model.model_fields[field].annotation for kind in KINDS if kind.name == name
        )))  # type: ignore[arg-type]  # fmt: skip
        thing[field][0][inner] = "no such choice"
        assert faults(all_schemas[f"{name}.json"], thing)


@KIND
def test_what_is_underlined_the_check_refuses_too(
    kind: Kind, real_library: Library, tmp_path: Path
) -> None:
    """The same wrong things, by the model itself."""
    thing = sample(real_library, kind)
    required = [name for name, info in kind.model.model_fields.items() if info.is_required()]
    wrong = [{**thing, "nmae": "x"}]
    wrong += [{k: v for k, v in thing.items() if k != name} for name in required]
    wrong += [{**thing, name: ODD} for name in kind.model.model_fields]
    wrong += [{**thing, name: "no such choice"} for name in choices(kind.model)]
    for number, value in enumerate(wrong):
        assert refused(kind, value, tmp_path / f"{number}.yml"), value
    assert not refused(kind, thing, tmp_path / "sound.yml")


def refused(kind: Kind, value: dict[str, Any], path: Path) -> bool:
    import json  # noqa: PLC0415

    path.write_text(json.dumps(value, ensure_ascii=False))
    root, problems = read(path, path.name)
    assert isinstance(root, MapNode)
    return validate(kind.model, _dated(root), problems) is None


def _dated(root: MapNode) -> MapNode:
    """Dates are strings in JSON; the model wants them as YAML writes them."""
    from handbook.reading.node import ListNode, Node, ScalarNode  # noqa: PLC0415

    def again(node: Node) -> Node:
        if isinstance(node, MapNode):
            entries = {key: again(child) for key, child in node.entries.items()}
            return MapNode(entries, node.keys, node.place)
        if isinstance(node, ListNode):
            return ListNode(tuple(again(item) for item in node.items), node.place)
        if isinstance(node.value, str) and len(node.value) == 10 and node.value[4:5] == "-":
            return ScalarNode(date.fromisoformat(node.value), node.place)
        return node

    found = again(root)
    assert isinstance(found, MapNode)
    return found


# —— company.yml ——


def company(name: str = "xingqiao-retail") -> dict[str, Any]:
    found = content(POLICY / COMPANIES_FOLDER / name / COMPANY_FILE)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "wrong",
    [
        {"nmae": "x"},
        {"effective_on": "soon"} ,
        {"version": 1.0},
        {"contract_months": "36"},
        {"contract_months": 0},
        {"draft": "no"},
        {"colour": "blue"},
        {"edit_at": "javascript:x"},
        {"contact": {}},
        {"contact": {"name": "x", "fax": "1"}},
        {"values": []},
        {"laws": "cn"},
        {"name": ""},
        {"id": "Not an id"},
    ],
    ids=str,
)  # fmt: skip
def test_mistakes_in_company_yml_are_underlined(
    wrong: dict[str, Any], all_schemas: dict[str, dict[str, Any]]
) -> None:
    checker = Draft7Validator(
        all_schemas["company.json"], format_checker=Draft7Validator.FORMAT_CHECKER
    )
    assert list(checker.iter_errors(company())) == []
    assert list(checker.iter_errors({**company(), **wrong}))


def test_required_fields_of_company_yml(all_schemas: dict[str, dict[str, Any]]) -> None:
    required = [name for name, info in Company.model_fields.items() if info.is_required()]
    assert required == ["id", "name", "short_name", "version"]
    for name in required:
        less = {key: value for key, value in company().items() if key != name}
        assert faults(all_schemas["company.json"], less), name


def test_every_parameter_is_explained_where_it_is_filled_in(
    all_schemas: dict[str, dict[str, Any]], real_library: Library
) -> None:
    values = all_schemas["company.json"]["properties"]["values"]["properties"]
    assert list(values) == [i for k, i in real_library.base.things if k == "parameter"]
    assert values["probation_months"]["description"].startswith("试用期")


@KIND
def test_every_field_is_explained_in_chinese(
    kind: Kind, all_schemas: dict[str, dict[str, Any]]
) -> None:
    for change in ("", ".change"):
        schema = all_schemas[f"{kind.name}{change}.json"]
        parts = [schema.get("items", schema), *schema.get("$defs", {}).values()]
        found = 0
        for part in parts:
            for name, field in part.get("properties", {}).items():
                if name in ("zh", "en"):
                    continue
                found += 1
                assert any("\u4e00" <= c <= "\u9fff" for c in field["description"]), name
        assert found >= len(kind.model.model_fields)


# —— changes ——


@pytest.mark.parametrize(
    "change",
    [
        {"id": "confirmation", "remove": True},
        {"id": "confirmation", "notes": None},
        {"id": "confirmation", "steps": [{"id": "apply", "remove": True}]},
        {"id": "confirmation", "steps": [{"id": "talk", "after": "apply"}]},
        {"id": "confirmation", "steps": [{"id": "talk", "within": None}]},
    ],
    ids=str,
)
def test_what_steers_a_change_is_known_there_only(
    change: dict[str, Any], all_schemas: dict[str, dict[str, Any]]
) -> None:
    assert faults(all_schemas["process.change.json"], change) == []
    assert faults(all_schemas["process.json"], change)


@pytest.mark.parametrize(
    "change",
    [{"remove": False}, {"remove": "yes"}, {"steps": [{"id": "a", "after": 1}]}, {"id": None}],
    ids=str,
)
def test_a_change_that_steers_wrong_is_underlined(
    change: dict[str, Any], all_schemas: dict[str, dict[str, Any]]
) -> None:
    assert faults(all_schemas["process.change.json"], {"id": "confirmation", **change})


def test_writing_twice_changes_nothing(data: Path) -> None:
    library = load(data)
    first = {path: path.read_bytes() for path in write_schemas(data, library.base.things)}
    again = {path: path.read_bytes() for path in write_schemas(data, library.base.things)}
    assert first == again
    assert load(data).base.problems == []
    assert copy.deepcopy(schemas(library.base.things)) == schemas(library.base.things)
