"""A script's words, with the places that the speaker fills in: 〔坐席姓名〕, 〔答复〕."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACE = re.compile(r"(〔[^〔〕\n]{1,100}〕)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of a line; ``place``: they stand for what the speaker says or writes instead."""

    text: str
    place: bool


def spoken(words: str) -> tuple[Spoken, ...]:
    """``words`` cut at the places in 〔〕, which stay in."""
    parts = enumerate(_PLACE.split(words))
    return tuple(Spoken(part, bool(number % 2)) for number, part in parts if part)
