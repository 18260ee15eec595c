"""ruamel.yaml set up to change as little as it can: order, quotes, blocks, ``null`` and blanks."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, MutableSequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.nodes import MappingNode, ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarfloat import ScalarFloat
from ruamel.yaml.scalarint import ScalarInt
from ruamel.yaml.scalarstring import PlainScalarString, ScalarString
from ruamel.yaml.tag import Tag

from handbook.reading.source import is_plain_text

_NULL, _STR = "tag:yaml.org,2002:null", "tag:yaml.org,2002:str"
_ENDLESS = 2**31  # columns: no line is broken
# What is an object of its own wherever it stands; true, false and nothing are not
OWN_OBJECTS = (CommentedMap, CommentedSeq, ScalarString, ScalarInt, ScalarFloat, date)


@dataclass(frozen=True, slots=True)
class Style:
    """How far blocks are indented; ``margin`` tells a list at the top whose dashes stand there."""

    mapping: int = 2
    sequence: int = 2
    offset: int = 0
    margin: bool = False


STYLES = tuple(
    Style(step, dash + 2, dash, margin)
    for step, dash, margin in product((2, 4, 3), (0, 2, 1, 4), (False, True))
    if dash or not margin
)


class _Constructor(RoundTripConstructor):
    def construct_scalar(self, node: Any) -> Any:
        value = super().construct_scalar(node)
        return PlainScalarString(value) if type(value) is str else value

    def construct_yaml_int(self, node: Any) -> Any:
        return ScalarInt(super().construct_yaml_int(node))

    def construct_mapping(  # type: ignore[override] # as RoundTripConstructor has it
        self, node: Any, maptyp: Any, deep: bool = False
    ) -> Any:
        super().construct_mapping(node, maptyp, deep)
        maptyp.blank = {k.value for k, v in node.value if v.tag == _NULL and not v.value}


_Constructor.add_constructor("tag:yaml.org,2002:int", _Constructor.construct_yaml_int)


class _Resolver(VersionedResolver):
    """Takes for text what handbook.reading does: dumping puts all else that is text in quotes."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is not ScalarNode or not implicit[0]:
            return super().resolve(kind, value, implicit)
        if is_plain_text(value):
            return Tag(suffix=_STR)
        found = super().resolve(kind, value, implicit)
        return Tag(suffix="!unsure") if str(found) == _STR else found


class _Representer(RoundTripRepresenter):
    """Writes ``null`` where that was written and nothing where nothing was."""

    blank: Mapping[int, set[str]] = {}

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_none(self, data: Any) -> Any:
        return self.represent_scalar(_NULL, "null")

    def represent_mapping(self, tag: Any, mapping: Any, flow_style: Any = None) -> MappingNode:
        node = super().represent_mapping(tag, mapping, flow_style)
        for key, value in node.value:
            if value.tag == _NULL and key.value in self.blank.get(id(mapping), ()):
                value.value = ""
        return node


_Representer.add_representer(type(None), _Representer.represent_none)


def _yaml(style: Style = Style()) -> YAML:
    yaml = YAML(pure=True)
    yaml.Constructor, yaml.Resolver, yaml.Representer = _Constructor, _Resolver, _Representer
    yaml.preserve_quotes = True
    yaml.width = _ENDLESS
    yaml.indent(mapping=style.mapping, sequence=style.sequence, offset=style.offset)
    return yaml


def loaded(text: str) -> Any:
    """The content of a file, whose values are objects of their own."""
    return _yaml().load(text)


def dumped(root: Any, style: Style, blank: Mapping[int, set[str]], *, start: bool = False) -> str:
    """The text of a file, without comments.

    ``blank`` tells, by the id of a mapping, keys whose value is left out; ``start``: with ``---``.
    """
    yaml = _yaml(style)
    yaml.representer.blank = blank
    yaml.explicit_start = start
    stream = io.StringIO()
    yaml.dump(root, stream)
    text = stream.getvalue()
    if style.margin and isinstance(root, MutableSequence):
        text = re.sub(rf"(?m)^ {{{style.offset}}}", "", text)
    return text
