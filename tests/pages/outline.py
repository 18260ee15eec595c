"""A page as text to be read and compared: a line for each part, with all that is not as usual."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from textwrap import indent
from typing import Any, get_args

from handbook.pages.blocks import Blocks, Inline, Words
from handbook.printing.ways_out.json import plain

INLINE = get_args(Inline)


def outline(blocks: Blocks) -> str:
    """All blocks of a page; what stands inside one is indented."""
    return "\n".join(map(_block, blocks))


def _block(part: Any) -> str:
    first, below = [type(part).__name__], []
    for name, held in _unusual(part):
        if name == "content":
            below += (
                f"{key}: {json.dumps(plain(one), ensure_ascii=False)}" for key, one in held.items()
            )
        elif isinstance(held, str) and "\n" in held:
            below.append(held)
        elif isinstance(held, tuple) and held and _is_block(held[0]):
            below += map(_block, held)
        else:
            first.append(f"{name}={_told(held)}")
    return "\n".join([" ".join(first), *(indent(text, "  ") for text in below)])


def _is_block(part: Any) -> bool:
    return is_dataclass(part) and not isinstance(part, INLINE)


def _told(value: Any) -> str:
    """Parts of lines, marks and plain values in one line."""
    if isinstance(value, Words):
        return value.text.replace("\n", "⏎")
    if isinstance(value, tuple):
        between = "" if value and isinstance(value[0], INLINE) else ", "
        return f"[{between.join(map(_told, value))}]"
    if is_dataclass(value):
        held = (f"{name}={_told(one)}" for name, one in _unusual(value))
        return f"{type(value).__name__}({', '.join(held)})"
    return repr(value)


def _unusual(part: Any) -> Iterator[tuple[str, Any]]:
    """The fields that hold something else than usual."""
    for one in fields(part):
        usual = one.default_factory() if one.default_factory is not MISSING else one.default
        held = getattr(part, one.name)
        if held != usual:
            yield one.name, held
