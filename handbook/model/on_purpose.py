"""``none`` in the data: there is none, and that is meant; a field left out says nothing."""

from __future__ import annotations

from enum import Enum
from typing import Any, Literal, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class OnPurpose(Enum):
    """Counts as false, as a field does that is left out: there is nothing to look up."""

    NONE = "none"

    def __bool__(self) -> Literal[False]:
        return False


_WRITTEN = (OnPurpose.NONE.value, OnPurpose.NONE)


class OrNone:
    """Beside a type as in ``Annotated[PeriodId | OnPurpose, OR_NONE]``: takes ``none``, too.

    Any other value is that of the type, so that its mistakes are told as they are everywhere.
    """

    def __get_pydantic_core_schema__(self, source: Any, of: GetCoreSchemaHandler) -> CoreSchema:
        reference = get_args(source)[0]
        return core_schema.no_info_wrap_validator_function(
            lambda value, check: OnPurpose.NONE if value in _WRITTEN else check(value),
            of.generate_schema(reference),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, of: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """For editors: ``none`` is offered before the form of an id."""
        return {"anyOf": [{"const": OnPurpose.NONE.value}, of(schema)]}


OR_NONE = OrNone()
