"""``none`` in the place of a parameter: none is meant, and mistakes are told as ever."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from handbook.model import Role
from handbook.model.on_purpose import OnPurpose
from handbook.model.references import TenureId
from handbook.model.role import CareerPath
from handbook.reading.node import MapNode, ScalarNode
from handbook.reading.validate import validate
from handbook.words.problem import Place, Problem


def way(**fields: object) -> CareerPath:
    return CareerPath.model_validate({"to": "senior", "type": "promotion", **fields})


def test_none_is_no_parameter_and_not_the_same_as_silence() -> None:
    assert way().tenure is None
    assert way(tenure="none").tenure is OnPurpose.NONE
    assert not way(tenure="none").tenure
    assert isinstance(way(tenure="tenure_junior").tenure, TenureId)


@pytest.mark.parametrize(("wrong", "code"), [(2, "HB225"), ("None", "HB225"), (["none"], "HB225")])
def test_a_mistake_is_told_once(wrong: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        way(tenure=wrong)
    (detail,) = caught.value.errors()
    assert detail["loc"] == ("tenure",)
    problems: list[Problem] = []
    place = Place("roles/junior.yml")
    fields = {"to": "senior", "type": "promotion", "tenure": "2 years"}
    nodes = {name: ScalarNode(text, place) for name, text in fields.items()}
    validate(CareerPath, MapNode(dict(nodes), dict.fromkeys(nodes, place), place), problems)
    assert [problem.code for problem in problems] == [code]


def test_editors_are_offered_none() -> None:
    schema = TypeAdapter(Role).json_schema()["$defs"]["CareerPath"]
    assert {"const": "none"} in schema["properties"]["tenure"]["anyOf"]
    assert schema["required"] == ["to", "type"]
