"""One company's whole handbook: the object that checks, pages and charts look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from handbook import model
from handbook.company.days_and_limits import NO_COUNTRY, Country
from handbook.company.values import Value
from handbook.model.base import FieldPath, Key, Model, Reference, kinds_named, walk
from handbook.model.kinds import KIND_BY_NAME
from handbook.reading.node import MapNode, place_of, scalars
from handbook.reading.tree import EVERY, Tree
from handbook.words.problem import Place
from handbook.words.text import MAX_LENGTH, Link, ParameterPlace, Text, Words, flatten, pieces_of


@dataclass(frozen=True, slots=True)
class Use:
    """A place in a thing that names another: ``path`` inside thing ``user`` names ``target``."""

    user: Key
    path: FieldPath
    target: Key


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is known of things that are not there, so that each mistake is told once.

    ``unread``: what files that can't be read may hold; ``changes``: those of them that a company's
    files may change; ``words``: words of these files; ``removed``: where a company took a thing
    away; ``partial``: the sound fields of things whose other fields are wrong; ``lost``: the kinds
    that those would have named.
    """

    unread: frozenset[Key] = frozenset()
    changes: frozenset[Key] = frozenset()
    words: frozenset[str] = frozenset()
    removed: Mapping[Key, Place] = field(default_factory=dict)
    partial: Mapping[Key, Model] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    def may_hold(self, key: Key) -> bool:
        """Whether a file that can't be read may define ``key``."""
        return key in self.unread or (key[0], EVERY) in self.unread

    def wider(self, overlay: Tree, spoiled: Iterable[Key]) -> Gaps:
        """These gaps with those of the files that a company lays over the rest.

        ``spoiled`` are the things whose changes are wrong, so that nobody knows what they say.
        """
        lost = (words_of(overlay.things[key]) for key in spoiled)
        return replace(
            self,
            unread=self.unread | overlay.unread,
            changes=self.changes | overlay.changes | {*spoiled},
            words=self.words.union(overlay.words, *lost),
            lost=self.lost | named_by(overlay.blank),
        )

    @property
    def whole(self) -> bool:
        """Whether everything could be read and no thing is wrong."""
        return not (self.unread or self.words or self.partial)

    def may_change(self, key: Key) -> bool:
        """Whether a company's file that can't be read may change ``key`` or take it away."""
        return key in self.changes or (key[0], EVERY) in self.changes


def named_by(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds of thing that things of these kinds may name, and those themselves."""
    models = (KIND_BY_NAME[kind].model for kind in kinds)
    return frozenset(kinds).union(*map(kinds_named, models))


@dataclass(frozen=True)
class Handbook:
    """Things by kind and id, in the order of files; values by parameter id. Never changed.

    ``untaken`` is what the base has and the company doesn't take (``uses`` in company.yml).
    ``country`` is handed in with the laws that the company names; without one nothing is guessed.
    """

    company: model.Company
    company_node: MapNode
    things: Mapping[Key, Model]
    nodes: Mapping[Key, MapNode]
    values: Mapping[str, Value]
    draft: bool = False
    gaps: Gaps = field(default_factory=Gaps)
    untaken: frozenset[Key] = frozenset()
    today: date = field(default_factory=date.today)
    country: Country = NO_COUNTRY
    _by_kind: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)

    def of(self, kind: str) -> Mapping[str, Any]:
        """All things of one kind by id."""
        if not self._by_kind:
            for (name, identity), thing in self.things.items():
                self._by_kind.setdefault(name, {})[identity] = thing
        return self._by_kind.get(kind, {})

    @property
    def roles(self) -> Mapping[str, model.Role]:
        return self.of("role")

    @property
    def duties(self) -> Mapping[str, model.Duty]:
        return self.of("duty")

    @property
    def requirements(self) -> Mapping[str, model.Requirement]:
        return self.of("requirement")

    @property
    def competencies(self) -> Mapping[str, model.Competency]:
        return self.of("competency")

    @property
    def processes(self) -> Mapping[str, model.Process]:
        return self.of("process")

    @property
    def flowcharts(self) -> Mapping[str, model.Flowchart]:
        return self.of("flowchart")

    @property
    def policies(self) -> Mapping[str, model.Policy]:
        return self.of("policy")

    @property
    def scripts(self) -> Mapping[str, model.Script]:
        return self.of("script")

    @property
    def forms(self) -> Mapping[str, model.Form]:
        return self.of("form")

    @property
    def metrics(self) -> Mapping[str, model.Metric]:
        return self.of("metric")

    @property
    def departments(self) -> Mapping[str, model.Department]:
        return self.of("department")

    @property
    def families(self) -> Mapping[str, model.Family]:
        return self.of("family")

    @property
    def actors(self) -> Mapping[str, model.Actor]:
        return self.of("actor")

    @property
    def terms(self) -> Mapping[str, model.Term]:
        return self.of("term")

    @property
    def synonyms(self) -> Mapping[str, model.Synonym]:
        return self.of("synonym")

    @property
    def parameters(self) -> Mapping[str, model.Parameter]:
        return self.of("parameter")

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every mention of one thing by another, in fields and in texts."""
        broken = (
            Use(key, path, target)
            for key, thing in self.gaps.partial.items()
            for path, target in mentions(thing)
        )
        return (*chain.from_iterable(t.once(_uses) for t in self.things.values()), *broken)

    @cached_property
    def users(self) -> Mapping[Key, tuple[Key, ...]]:
        """For each thing those that mention it, each once."""
        found: dict[Key, list[Key]] = {}
        for key, thing in chain(self.things.items(), self.gaps.partial.items()):
            for target in thing.once(_targets):
                found.setdefault(target, []).append(key)
        return {target: tuple(users) for target, users in found.items()}

    @cached_property
    def half_read(self) -> frozenset[str]:
        """Every id that a thing with wrong fields, or a file that can't be read, may mention."""
        nodes = (self.nodes[key] for key in self.gaps.partial)
        return self.gaps.words.union(*map(words_of, nodes))

    @cached_property
    def ladders(self) -> Mapping[str, tuple[model.Role, ...]]:
        """The roles of each job family, from the bottom up."""
        found: dict[str, list[model.Role]] = {family: [] for family in self.families}
        for role in sorted(self.roles.values(), key=lambda role: (role.grade, role.id)):
            found.setdefault(str(role.family), []).append(role)
        return {family: tuple(roles) for family, roles in found.items()}

    @cached_property
    def staff(self) -> Mapping[str, tuple[model.Role, ...]]:
        """The roles of each department, from the top down."""
        found: dict[str, list[model.Role]] = {}
        for role in sorted(self.roles.values(), key=lambda role: (-role.grade, role.id)):
            if role.department:
                found.setdefault(str(role.department), []).append(role)
        return {department: tuple(roles) for department, roles in found.items()}

    @cached_property
    def has_several_ladders(self) -> bool:
        """Whether more than one job family has roles."""
        return sum(map(bool, self.ladders.values())) > 1

    @property
    def written(self) -> Mapping[Key, MapNode]:
        """Everything as it is written, company.yml with it."""
        return {**self.nodes, ("company", str(self.company.id)): self.company_node}

    def users_of(self, kind: str, target: Key) -> tuple[Any, ...]:
        """The things of one kind that mention ``target``."""
        return tuple(self.things[user] for user in self.users.get(target, ()) if user[0] == kind)

    def place(self, key: Key, path: FieldPath = (), *, of_key: bool = False) -> Place:
        """The line that holds ``path`` of a thing, whichever file it came from."""
        return place_of(self.nodes[key], path, of_key=of_key)


def _uses(thing: Any) -> tuple[Use, ...]:
    key = (thing.kind, str(thing.id))
    return tuple(Use(key, path, target) for path, target in thing.once(mentioned))


def _targets(thing: Model) -> tuple[Key, ...]:
    """What a thing mentions, each once."""
    return tuple(dict.fromkeys(target for _, target in mentions(thing)))


@lru_cache(maxsize=1 << 14)
def words_of(node: MapNode) -> frozenset[str]:
    """What the texts of a node name, and each value that may be an id; kept, as others ask."""
    found: set[str] = set()
    for _, text, pieces in strings_of(node):
        found.add(text)
        found |= {piece.id for piece in pieces if isinstance(piece, (ParameterPlace, Link))}
    return frozenset(found)


def strings_of(
    node: MapNode,
) -> Iterator[tuple[FieldPath, str, Iterator[Words | ParameterPlace | Link]]]:
    """Every string that may be a text or an id: where it stands, as written, and taken apart."""
    for path, scalar in scalars(node):
        if isinstance(scalar.value, str) and len(scalar.value) <= MAX_LENGTH:
            yield path, scalar.value, flatten(pieces_of(scalar.value))


def mentioned(thing: Model) -> tuple[tuple[FieldPath, Key], ...]:
    """What ``mentions`` finds, to be kept."""
    return tuple(mentions(thing))


def mentions(thing: Model) -> Iterator[tuple[FieldPath, Key]]:
    """What a thing refers to: path of the mention, and kind and id of what is meant."""
    for path, value in walk(thing):
        if isinstance(value, Reference):
            yield path, (value.kind, str(value))
        elif isinstance(value, Text):
            for piece in value.all_pieces():
                if isinstance(piece, ParameterPlace) and piece.closed:
                    yield path, ("parameter", piece.id)
                elif isinstance(piece, Link):
                    yield path, (piece.kind, piece.id)
