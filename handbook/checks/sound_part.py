"""What is sound of a handbook in which something is wrong, for the rules of the policy.

One mistake in the data must not hide what is wrong with the policy elsewhere. Whatever is wrong
itself stays in the handbook as far as it can be read, or has a stand-in, so that each reference
leads somewhere; it is *doubtful*, and what a rule finds in it or by it is not told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from handbook.checks.finding import COMPANY, Finding
from handbook.company.book import Gaps, Handbook, mentioned
from handbook.company.values import Value, out_of_bounds, wrong_type
from handbook.company.workshop import Made
from handbook.model import Process
from handbook.model.base import Key, LocalId, Model
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.parameter import Parameter
from handbook.reading.library import Library
from handbook.words.problem import Place, Problem

# Findings of things whose shape no rule could follow: arrows that lead nowhere, rounds without end
_SHAPELESS = frozenset({"HB403", "HB404", "HB405", "HB406", "HB433"})


@dataclass(frozen=True, slots=True)
class Doubts:
    """What nobody can rely on: things, fields of company.yml, values; see ``Finding.about``."""

    keys: frozenset[Key] = frozenset()

    @property
    def lawless(self) -> bool:
        """Whether nobody knows which laws the company names."""
        return ("company", "laws") in self.keys

    def allow(self, finding: Finding) -> bool:
        """Whether a finding stands on what is sound alone."""
        path, named = finding.path, [finding.key, *finding.about]
        if finding.key == COMPANY and path:
            named.append(("value", str(path[1])) if len(path) > 1 else ("company", str(path[0])))
        return self.keys.isdisjoint(named)


NO_DOUBTS = Doubts()


def sound_part(
    made: Made, book: Handbook, library: Library, found: list[Finding], harmless: frozenset[str]
) -> tuple[Handbook, Doubts] | None:
    """A handbook whose references all resolve, and what of it nobody can rely on.

    ``found`` is what is wrong with the data. None if nothing of a kind is sound at all.
    """
    if not made.problems and not found:
        return book, NO_DOUBTS
    grave = [finding for finding in found if finding.code not in harmless]
    problems = [p for p in made.problems if p.code not in harmless]
    shapeless = {k for f in grave if f.code in _SHAPELESS for k in (f.key, *f.about)}
    doubtful = {k for f in grave for k in (f.key, *f.about) if k != COMPANY}
    doubtful |= set(_holding(problems, library, made)) | set(_fields(problems, book, made))
    doubtful |= set(book.gaps.partial) | {k for k in book.things if book.gaps.may_change(k)}
    things = {key: thing for key, thing in book.things.items() if key not in shapeless}
    patterns = {key[0]: thing for key, thing in things.items() if key not in doubtful}
    wanted = {*book.gaps.partial, *shapeless, *_missing(things)}
    while wanted:
        for key in wanted:
            if key[0] not in patterns:
                return None
            things[key] = _stand_in(key, book.gaps.partial.get(key), patterns[key[0]])
        doubtful |= wanted
        wanted = set(_missing(things))
    values = {**book.values, **dict(_open(book, things))}
    nodes = {**dict.fromkeys(things, book.company_node), **book.nodes}
    open_ = {name: Value(each.parameter, None) for name, each in values.items() if _is_open(each)}
    sound = replace(
        book, things=things, nodes=nodes, values={**values, **open_}, gaps=Gaps(), _by_kind={}
    )
    return sound, Doubts(frozenset({*doubtful, *(("value", name) for name in open_)}))


def _missing(things: Mapping[Key, Model]) -> Iterator[Key]:
    """What the things mention and is not there."""
    for thing in things.values():
        for _, target in thing.once(mentioned):
            if target not in things and target[0] in KIND_BY_NAME:
                yield target


def _stand_in(key: Key, known: Model | None, pattern: Any) -> Model:
    """A thing with the sound fields of one that is wrong, and whatever it needs from another."""
    model = type(pattern)
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    fields: dict[str, Any] = {name: getattr(pattern, name) for name in needed}
    for name in known.model_fields_set if known else ():
        fields[name] = getattr(known, name)
    if model is Process:
        fields |= {"steps": pattern.steps, "ends": pattern.ends, "timers": ()}
    fields["id"] = LocalId(key[1])
    return cast("Model", model.model_construct(None, **fields))


def _open(book: Handbook, things: Mapping[Key, Model]) -> Iterator[tuple[str, Value]]:
    """Values of stand-ins for parameters: open."""
    for key, thing in things.items():
        if isinstance(thing, Parameter) and book.things.get(key) is not thing:
            yield key[1], Value(thing, None)


def _is_open(value: Value) -> bool:
    """Whether a value is open or can't be used."""
    raw, parameter = value.raw, value.parameter
    return raw is None or wrong_type(parameter, raw) or out_of_bounds(parameter, raw)


def _holding(problems: list[Problem], library: Library, made: Made) -> Iterator[Key]:
    """The things in whose lines the problems stand."""
    trees = (library.base, *(folder.overlay for folder in made.folders))
    starts: dict[str, list[tuple[int, Key]]] = {problem.place.file: [] for problem in problems}
    for tree in trees:
        for key, node in tree.things.items():
            if node.place.file in starts:
                starts[node.place.file].append((node.place.line, key))
    for problem in problems:
        known = sorted(starts[problem.place.file])
        if known:
            above = bisect_right([line for line, _ in known], problem.place.line)
            yield known[max(above - 1, 0)][1]


def _fields(problems: list[Problem], book: Handbook, made: Made) -> Iterator[Key]:
    """The fields of company.yml in which the problems stand, and those that can't be read."""
    keys = book.company_node.keys
    for problem in problems:
        above = [(place, name) for name, place in keys.items() if _is_above(place, problem.place)]
        if above:
            yield "company", max(above)[1]
    if not all(folder.whole for folder in made.folders):
        lost = type(book.company).model_fields.keys() - book.company_node.entries.keys()
        yield from (("company", name) for name in lost)


def _is_above(place: Place, other: Place) -> bool:
    return place.file == other.file and place.line <= other.line
