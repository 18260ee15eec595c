"""A field counts with a parameter only if that is of a type that the field can count with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from handbook.checks.finding import Finding
from handbook.checks.rule import DataRule
from handbook.company.book import Handbook
from handbook.company.wording import Wording
from handbook.model import walk
from handbook.model.base import FieldPath, Model
from handbook.model.references import ParameterId
from handbook.words.catalogue import Phrase
from handbook.words.near import Guesses


def find(book: Handbook) -> Iterator[Finding]:
    """HB433: money where a time is meant, days where a month of the year is, and the like."""
    guesses = Guesses()
    for key, thing in chain(book.things.items(), book.gaps.partial.items()):
        for path, reference in thing.once(_references):
            parameter = book.parameters.get(reference)
            if parameter is None or parameter.type in reference.takes:
                continue
            fitting = (i for i, p in book.parameters.items() if p.type in reference.takes)
            facts: dict[str, object] = {
                "field": next(part for part in reversed(path) if isinstance(part, str)),
                "name": Wording(parameter.name, book),
                "id": parameter.id,
                "type": Phrase(f"parameter-type.{parameter.type}"),
                "takes": Phrase(f"takes.{type(reference).__name__}"),
            }
            yield Finding("HB433", key, path, facts, guesses.near(reference, fitting))


def _references(thing: Model) -> tuple[tuple[FieldPath, ParameterId], ...]:
    """The fields that take only some types of parameter."""
    found = ((p, v) for p, v in walk(thing) if isinstance(v, ParameterId) and v.takes)
    return tuple(found)


RULE = DataRule(("HB433",), find)
