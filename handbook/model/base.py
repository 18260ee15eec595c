"""What every thing has: frozen fields, an id, and references that know their kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from handbook.words.text import Text, check_seen

T = TypeVar("T")
Key = tuple[str, str]  # kind and id
FieldPath = tuple[str | int, ...]  # names and numbers that lead to a part of a thing

ID_PATTERN = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*\Z")
MAX_ID_LENGTH = 64
# Ids become folder names: these would hide a page or can't be created on Windows; "none" says
# in the place of an id that there is none.
RESERVED_IDS = frozenset(
    {"index", "none", "con", "prn", "aux", "nul"}
    | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}
)

# The whole of a telephone number and of a mail address
PHONE = r"[+(0-9][0-9 ()\-\u8f6c]{3,}[0-9]"
EMAIL = r"[^@\s<>\"]+@[^@\s<>\"]+\.[A-Za-z]{2,}"

# One line: a line break has no place in a name that stands in a list or a heading
Word = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\n\r]*$"),
    AfterValidator(check_seen),
]


class Model(BaseModel):
    """Frozen, strict about types, and no field that nobody knows."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True
    )

    def once(self, make: Callable[..., T], *args: Hashable) -> T:
        """What ``make`` says of this, made once: it never changes, and companies share it."""
        kept: dict[object, T] = self.__dict__.setdefault("_kept", {})
        if (make, args) not in kept:
            kept[make, args] = make(self, *args)
        return kept[make, args]

    @cached_property
    def walked(self) -> tuple[tuple[FieldPath, object], ...]:
        """What ``walk`` finds, kept: rules ask for it again and again, for every company."""
        return tuple(_walk(self, ()))


class LocalId(str):
    """An id that is unique inside its list only: a step, an end, an article."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            lambda text: cls(check_id(text)), core_schema.str_schema(strict=True)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _: Any, __: Any) -> dict[str, Any]:
        """A string of the form that ids have, for editors."""
        pattern = f"^{ID_PATTERN.pattern.removesuffix(chr(92) + 'Z')}$"
        return {"type": "string", "pattern": pattern, "maxLength": MAX_ID_LENGTH}


class Reference(LocalId):
    """The id of another thing; ``kind`` says of which kind."""

    __slots__ = ()
    kind: ClassVar[str]


class Acceptance(Model):
    """A finding of a rule that somebody has looked at and lets stand until a day.

    Holds for the thing that it stands in; ``at`` narrows it to a part, written from the outside in
    with fields and ids like ``steps.apply.within``.
    """

    code: Word
    reason: Text
    until: date
    at: Word | None = None


Audience = Literal["all", "managers", "hr"]  # each sees what those before it do


class ReadBySome(Model):
    """Something that not all readers need see: ``audience`` are those that do, and those beyond."""

    audience: Audience = "all"


class Identified(Model):
    """Something with an id and a name."""

    kind: ClassVar[str]

    id: LocalId
    name: Text
    source: tuple[Word, ...] = Field(default=(), strict=False)
    accept: tuple[Acceptance, ...] = Field(default=(), strict=False)


class Thing(ReadBySome, Identified):
    """Something with an id of its own that others can refer to."""


class Paged(Thing):
    """Something with a page of its own.

    ``also_called`` are other names that the search knows; ``formerly`` are ids that it had before:
    their addresses lead to the page.
    """

    summary: Text
    also_called: tuple[Word, ...] = Field(default=(), strict=False)
    formerly: tuple[LocalId, ...] = Field(default=(), strict=False)


def check_id(text: str) -> str:
    """Return ``text`` if it can be an id; raises PydanticCustomError with type ``id_…``."""
    if len(text) > MAX_ID_LENGTH:
        raise PydanticCustomError("id_long", "{limit}", {"limit": MAX_ID_LENGTH})
    if not ID_PATTERN.match(text):
        raise PydanticCustomError("id_form", "{id}", {"id": text})
    if text in RESERVED_IDS:
        raise PydanticCustomError("id_reserved", "{id}", {"id": text})
    return text


def kinds_named(annotation: Any) -> Iterator[str]:
    """The kinds of thing that a value of a type refers to, or what stands in it."""
    for argument in get_args(annotation):
        yield from kinds_named(argument)
    if isinstance(annotation, type) and issubclass(annotation, Reference):
        yield annotation.kind
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field in annotation.model_fields.values():
            yield from kinds_named(field.annotation)


def is_id(text: str) -> bool:
    """Whether ``text`` can be an id."""
    return bool(ID_PATTERN.match(text)) and len(text) <= MAX_ID_LENGTH and text not in RESERVED_IDS


def walk(value: object) -> Iterable[tuple[FieldPath, object]]:
    """Every value inside a thing that is a reference or a text, with its path."""
    return value.walked if isinstance(value, Model) else _walk(value, ())


def _walk(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    if isinstance(value, (Reference, Text)):
        yield path, value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            # a thing with wrong fields has only its sound ones
            yield from _walk(getattr(value, field, None), (*path, field))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
