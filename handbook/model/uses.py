"""Uses: what a company takes of the base by name."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from handbook.model.base import LocalId, Model, Reference
from handbook.model.references import FlowchartId, PolicyId, ProcessId, RoleId, ScriptId

ALL = "all"
R = TypeVar("R", bound=Reference)
_ID = LocalId.__get_pydantic_json_schema__(None, None)


def _whole(value: Any) -> Any:
    return None if value == ALL else value


Selection = Annotated[
    tuple[R, ...] | None,
    Field(strict=False),
    BeforeValidator(_whole),
    WithJsonSchema({"anyOf": [{"const": ALL}, {"type": "array", "items": _ID}]}),
]


class Uses(Model):
    """Ids by kind; None, written ``all``, is every one of the kind."""

    roles: Selection[RoleId] = ()
    processes: Selection[ProcessId] = ()
    policies: Selection[PolicyId] = ()
    scripts: Selection[ScriptId] = ()
    flowcharts: Selection[FlowchartId] = ()
