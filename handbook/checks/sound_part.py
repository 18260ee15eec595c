"""What is sound of a handbook in which something is wrong, for the rules of the policy.

One mistake in the data must not hide what is wrong with the policy elsewhere. Whatever is wrong
itself stays in the handbook as far as it can be read, or has a stand-in, so that each reference
leads somewhere; it is *doubtful*, and what a rule finds in it or by it is not told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args, get_origin

from handbook.checks.finding import COMPANY, DAYS_OFF, Finding, Told
from handbook.company.book import Gaps, Handbook, mentioned
from handbook.company.values import Value, out_of_bounds, wrong_type
from handbook.company.workshop import Made
from handbook.model import Process
from handbook.model.base import FieldPath, Key, LocalId, Model
from handbook.model.kinds import KIND_BY_NAME
from handbook.model.parameter import Parameter
from handbook.reading.library import Library
from handbook.reading.node import lines_of
from handbook.words.problem import Problem
from handbook.words.text import Text

# Findings of things whose shape no rule could follow: arrows that lead nowhere, rounds without end
_SHAPELESS = frozenset({"HB403", "HB404", "HB405", "HB406"})


@dataclass(frozen=True, slots=True)
class Doubts:
    """What nobody can rely on: things, fields of company.yml, values; see ``Finding.about``."""

    keys: frozenset[Key] = frozenset()

    @property
    def lawless(self) -> bool:
        """Whether nobody knows which laws the company names."""
        return ("company", "laws") in self.keys

    def allow(self, told: Told) -> bool:
        """Whether what a rule told stands on what is sound alone.

        That a value is open, and what can't be judged by it, is told all the same.
        """
        named = [told.key]
        if told.key == COMPANY and told.path[:1] == ("values",):
            named.append(("parameter", str(told.path[1])))
        elif told.key == COMPANY and told.path:
            named.append(("company", str(told.path[0])))
        if isinstance(told, Finding):
            named += [*told.about, *(("value", identity) for kind, identity in named[1:])]
        return self.keys.isdisjoint(named)


NO_DOUBTS = Doubts()


def sound_part(
    made: Made, book: Handbook, library: Library, found: list[Finding], harmless: frozenset[str]
) -> tuple[Handbook, Doubts] | None:
    """A handbook whose references all resolve, and what of it nobody can rely on.

    ``found`` is what is wrong with the data. None if there is no sound process at all.
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
    wrong = {(f.key, f.path) for f in grave if f.code == "HB433" and f.key in things}
    for key, path in sorted(wrong, reverse=True):  # what is taken out of a list moves what follows
        things[key] = _without(things[key], path)
    patterns = {key[0]: thing for key, thing in things.items() if key not in doubtful}
    patterns = {**{key[0]: thing for key, thing in things.items()}, **patterns}
    wanted = {*book.gaps.partial, *shapeless, *_missing(things)}
    while wanted:
        for key in wanted:
            pattern = patterns.get(key[0]) or _nothing(KIND_BY_NAME[key[0]].model)
            if isinstance(pattern, Process) and not pattern.steps:
                return None
            things[key] = _stand_in(key, book.gaps.partial.get(key), pattern)
        doubtful |= wanted
        wanted = set(_missing(things))
    company = book.company
    if any(finding.code == "HB438" for finding in grave):  # without a working day nothing can count
        company, doubtful = _without(company, ("days_off",)), {*doubtful, DAYS_OFF}
    values = {**book.values, **dict(_open(book, things))}
    nodes = {**dict.fromkeys(things, book.company_node), **book.nodes}
    open_ = {name: Value(each.parameter, None) for name, each in values.items() if _is_open(each)}
    sound = replace(
        book,
        company=company,
        things=things,
        nodes=nodes,
        values={**values, **open_},
        gaps=Gaps(),
        _by_kind={},
    )
    return sound, Doubts(frozenset({*doubtful, *(("value", name) for name in open_)}))


def _nothing(model: type[Model]) -> Model:
    """A thing of which nothing is known but what it needs to be one."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.is_required():
            kind = get_origin(field.annotation) or field.annotation
            choices = get_args(field.annotation) if kind is Literal else ("x",)
            fields[name] = () if kind is tuple else 1 if kind is int else choices[0]
            if isinstance(kind, type) and issubclass(kind, (Text, LocalId)):
                fields[name] = kind("x")
    return model.model_construct(None, **fields)


def _without(value: Any, path: FieldPath) -> Any:
    """A thing without the value at a path; what can't be without it stays as it is."""
    head, rest = path[0], path[1:]
    if isinstance(value, tuple):
        at = int(head)
        inner = (_without(value[at], rest),) if rest else ()
        return (*value[:at], *inner, *value[at + 1 :])
    fields = {name: getattr(value, name) for name in value.model_fields_set}
    if rest:
        fields[str(head)] = _without(fields[str(head)], rest)
    elif not type(value).model_fields[str(head)].is_required():
        del fields[str(head)]
    return type(value).model_construct(None, **fields)


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
    if isinstance(raw, Text):  # the company's own names
        return False
    return raw is None or wrong_type(parameter, raw) or out_of_bounds(parameter, raw)


def _holding(problems: list[Problem], library: Library, made: Made) -> Iterator[Key]:
    """The things in whose lines the problems stand."""
    trees = (library.base, *(folder.overlay for folder in made.folders))
    spans: dict[str, list[tuple[int, int, Key]]] = {p.place.file: [] for p in problems}
    for tree in trees:
        for key, node in tree.things.items():
            if (known := spans.get(node.place.file)) is not None:
                lines = lines_of(node)
                known.append((lines.start, lines.stop, key))
    for known in spans.values():
        known.sort()
    for problem in problems:
        line, known = problem.place.line, spans[problem.place.file]
        above = bisect_right(known, line, key=lambda span: span[0]) - 1
        if above >= 0 and line < known[above][1]:
            yield known[above][2]


def _fields(problems: list[Problem], book: Handbook, made: Made) -> Iterator[Key]:
    """The fields of company.yml in which the problems stand, and those that can't be read."""
    keys = sorted((place.file, place.line, name) for name, place in book.company_node.keys.items())
    for problem in problems:
        place = problem.place
        above = bisect_right(keys, (place.file, place.line), key=lambda known: known[:2]) - 1
        if above >= 0 and keys[above][0] == place.file:
            yield "company", keys[above][2]
    if not all(folder.whole for folder in made.folders):
        lost = type(book.company).model_fields.keys() - book.company_node.entries.keys()
        yield from (("company", name) for name in lost)
