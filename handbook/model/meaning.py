"""What a field of the data means, in one sentence of the catalogue."""

from __future__ import annotations

from pydantic import BaseModel

from handbook.words.catalogue import FIRST, Phrase, say, strings


def meaning_of(model: type[BaseModel], field: str) -> Phrase:
    """The sentence for a field; fields that many models have share one."""
    own = f"field.{model.__name__}.{field}"
    return Phrase(own if own in strings(FIRST) else f"field.{field}")


def meaning(model: type[BaseModel], field: str, lang: str) -> str:
    """The same in one language."""
    return say(meaning_of(model, field).key, lang)
