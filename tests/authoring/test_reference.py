"""The data reference says everything that the model takes, in both languages, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from handbook.authoring.reference import FieldRow, item_model, reference
from handbook.model import Company
from handbook.model.kinds import KINDS
from handbook.model.meaning import meaning
from handbook.reading.library import Library
from handbook.words.catalogue import languages, strings

CONTROLS = ("remove", "after", "before")


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        inner = item_model(info.annotation)
        if inner is not None:
            yield from models(inner)


MODELS = {m.__name__: m for root in (*(k.model for k in KINDS), Company) for m in models(root)}
FIELDS = [(m, field) for m in MODELS.values() for field in (*m.model_fields, *CONTROLS)]


def key_of(model: type[BaseModel], field: str, lang: str) -> str:
    own = f"field.{model.__name__}.{field}"
    return own if own in strings(lang) else f"field.{field}"


@pytest.mark.parametrize("lang", languages())
def test_every_field_of_every_model_has_a_meaning(lang: str) -> None:
    missing = [(m.__name__, f) for m, f in FIELDS if key_of(m, f, lang) not in strings(lang)]
    assert missing == []
    assert all(meaning(m, f, lang).strip() for m, f in FIELDS)


@pytest.mark.parametrize("lang", languages())
def test_no_meaning_is_left_over(lang: str) -> None:
    known = {key for key in strings(lang) if key.startswith("field.")}
    assert known - {key_of(m, f, lang) for m, f in FIELDS} == set()


def test_the_languages_differ_in_every_meaning() -> None:
    assert [f for m, f in FIELDS if meaning(m, f, "zh") == meaning(m, f, "en")] == []


@pytest.mark.parametrize("lang", languages())
def test_every_kind_and_field_is_there_with_its_type(real_library: Library, lang: str) -> None:
    parts = reference(real_library.base.things, lang)
    assert [part.name for part in parts] == [*(kind.name for kind in KINDS), "company"]
    roots = {kind.name: kind.model for kind in KINDS} | {"company": Company}
    for part in parts:
        assert part.title == strings(lang)[f"kind.{part.name}"]
        top = [row for row in part.rows if row.level == 0]
        assert [row.name for row in top] == list(roots[part.name].model_fields)
        count = sum(len(m.model_fields) for m in models(roots[part.name]))
        assert len(part.rows) == count
        for row in part.rows:
            assert "handbook." not in row.type, row
            assert "typing" not in row.type, row
            assert "<" not in row.type, row
        for row in top:
            assert row.required is roots[part.name].model_fields[row.name].is_required()


def row_of(library: Library, kind: str, name: str, level: int = 0) -> FieldRow:
    part = next(p for p in reference(library.base.things, "zh") if p.name == kind)
    return next(row for row in part.rows if (row.name, row.level) == (name, level))


@pytest.mark.parametrize(
    ("kind", "name", "level", "type_"),
    [
        ("role", "id", 0, "代号"),
        ("role", "name", 0, "文字"),
        ("role", "grade", 0, "整数"),
        ("role", "department", 0, "部门的 id"),
        ("role", "reports_to", 0, "岗位的 id"),
        ("role", "also_called", 0, "短语的列表"),
        ("role", "paths", 0, "一组字段的列表"),
        ("role", "type", 1, "可选：promotion | transfer"),
        ("role", "confirmation", 0, "一组字段"),
        ("parameter", "min", 0, "数字"),
        ("flowchart", "lanes", 0, "true 或 false"),
        ("flowchart", "show", 0, "可选：actor | deadline | form的列表"),
        ("policy", "on", 1, "日期"),
        ("company", "values", 0, "名称与值"),
        ("company", "effective_on", 0, "日期"),
        ("company", "extends", 0, "公司的 id"),
    ],
)
def test_types_in_words(
    real_library: Library, kind: str, name: str, level: int, type_: str
) -> None:
    assert row_of(real_library, kind, name, level).type == type_


def test_examples_are_taken_from_the_data(real_library: Library, data: Path) -> None:
    for part in reference(real_library.base.things, "zh"):
        for row in part.rows:
            assert len(row.example) <= 60
            assert "\n" not in row.example
            if row.required and row.level == 0 and part.name != "company":
                assert row.example or row.type.startswith("一组字段"), (part.name, row.name)
    first = next(i for k, i in real_library.base.things if k == "role")
    assert row_of(real_library, "role", "id").example == first
