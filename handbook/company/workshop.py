"""Base + one company's overlay and values → that company's handbook, with every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from handbook.company.base_changes import changes
from handbook.company.book import Gaps, Handbook, named_by
from handbook.company.overlay import lay_over, merge
from handbook.company.taking import Taking
from handbook.company.values import Value, normal
from handbook.model import Company, Parameter
from handbook.model.base import Key, Model
from handbook.model.kinds import KIND_BY_NAME
from handbook.reading.library import CompanyFolder, Library
from handbook.reading.node import MapNode, ScalarNode
from handbook.reading.validate import lost_kinds, salvage, validate
from handbook.words.catalogue import Phrase, languages, say
from handbook.words.near import Guesses, near
from handbook.words.problem import Place, Problem
from handbook.words.text import Text

T = TypeVar("T")
# What a subsidiary does not take over from the company that it extends.
_OWN_FIELDS = ("id", "name", "short_name", "draft", "extends", "changes")


class UnknownCompany(Exception):
    """No such folder under companies/; ``near`` holds names that resemble it."""

    def __init__(self, identity: str, known: list[str]) -> None:
        super().__init__(identity)
        self.id, self.known, self.near = identity, known, near(identity, known)


class NoCompany(Exception):
    """The data has no company, and somebody asks for its handbook."""


@dataclass(frozen=True, slots=True)
class Made:
    """``book`` is None where company.yml can't be read; ``sound``: company.yml has no wrong field.

    A book that is not sound serves to look for more problems and is never published. ``folders``
    are what it was made of beside the base; ``from_base`` is what it takes, as it is there.
    """

    book: Handbook | None
    problems: tuple[Problem, ...]
    sound: bool = False
    folders: tuple[CompanyFolder, ...] = ()
    from_base: Mapping[Key, MapNode] = field(default_factory=dict)


@dataclass(slots=True)
class Workshop:
    """Makes handbooks from one library; things that companies share are validated once.

    What a company changes is let go with its handbook.
    """

    library: Library
    today: date = field(default_factory=date.today)
    _valid: dict[MapNode, tuple[Model | None, list[Problem]]] = field(default_factory=dict)

    def make(self, identity: str, *, draft: bool = False) -> Made:
        """One company's handbook, and what is wrong with its files and fields.

        With ``draft`` unfilled values are no problem. Raises UnknownCompany.
        """
        base = self.library.base
        problems = list(base.problems)
        folders = self.chain(identity, problems)
        things, removed = base.things, dict[Key, Place]()
        node, below = None, Gaps()
        gaps = Gaps(frozenset(base.unread), words=frozenset(base.words), lost=named_by(base.blank))
        above = things
        for folder in folders:
            above = things
            overlay, below = folder.overlay, gaps
            problems += [*folder.problems, *overlay.problems]
            spoiled: set[Key] = set()
            doubtful = self._doubts(gaps, things)
            things = lay_over(things, overlay.things, problems, removed, doubtful, spoiled)
            gaps = gaps.wider(overlay, spoiled)
            node = _inherit(node, folder.node, problems) if folder.node else node
        if node is None:
            return Made(None, tuple(problems))
        readable = all(folder.whole for folder in folders)
        company = validate(Company, node, problems if readable else [], blanks_in="values")
        known = company or salvage(Company, node)
        assert isinstance(known, Company)
        taking, merged = Taking.of(known, folders, base.things), things
        things = taking.named(merged)
        valid, partial = self._validate_all(things, below, problems)
        there = taking.along({**valid, **partial})
        things, valid, partial = _only(things, there), _only(valid, there), _only(partial, there)
        untaken = frozenset(merged.keys() - things.keys())
        if company is None:  # nobody knows what it would have taken
            gaps = replace(gaps, unread=gaps.unread | untaken)
        else:
            problems += taking.in_vain(untaken)
            if folders[-1].accepted is not None:
                problems += changes(folders[-1].accepted, above, things, Place(node.place.file))
        lost = (lost_kinds(KIND_BY_NAME[key[0]].model, things[key]) for key in partial)
        gaps = replace(gaps, removed=removed, partial=partial, lost=gaps.lost.union(*lost))
        built_in = _built_in(known)
        values = {str(p.id): Value(p, None) for p in valid.values() if isinstance(p, Parameter)}
        values |= _filled(known, values)
        book = Handbook(
            known, node, {**built_in.things, **valid}, {**built_in.nodes(node), **things},
            {**values, **built_in.values}, draft or not readable, gaps, untaken,
            self.today,
        )  # fmt: skip
        sound = company is not None and readable
        return Made(book, tuple(problems), sound, tuple(folders), _only(above, things))

    def chain(self, identity: str, problems: list[Problem]) -> list[CompanyFolder]:
        """The company's folder and those that it extends, the furthest first."""
        chain: list[CompanyFolder] = []
        wanted: str | None = identity
        while wanted is not None:
            folder = self.library.companies.get(wanted)
            if folder is None and not chain:
                raise UnknownCompany(wanted, list(self.library.companies))
            if folder is None or folder in chain:
                node = chain[-1].node
                assert node is not None
                code = "HB314" if folder else "HB402"
                facts: dict[str, object] = {"id": wanted, "kind": Phrase("kind.company")}
                place = node.entries["extends"].place
                others = [c for c in self.library.companies if c != identity]
                problems.append(Problem(code, place, facts, near(wanted, others)))
                break
            chain.append(folder)
            wanted = folder.node.text("extends") if folder.node else None
        return chain[::-1]

    def _validate_all(
        self, things: dict[Key, MapNode], below: Gaps, problems: list[Problem]
    ) -> tuple[dict[Key, Model], dict[Key, Model]]:
        """The sound things, and what is sound of the others.

        ``below`` knows what the files would have given, but can't be read, that the company's
        files are laid over.
        """
        valid: dict[Key, Model] = {}
        partial: dict[Key, Model] = {}
        guesses = Guesses()
        base = self.library.base.things
        for key, node in things.items():
            whole = key in base or not below.may_hold(key)
            thing, found = self._validated(key, node, whole=whole, guesses=guesses)
            if found and key in base and node is not base[key]:
                found = _first(found, self._validated(key, base[key], guesses=guesses)[1])
            problems += found
            if thing is not None:
                valid[key] = thing
            else:
                partial[key] = salvage(KIND_BY_NAME[key[0]].model, node)
        for key, node in base.items():
            if key not in things:  # which no company may take, but it is wrong all the same
                problems += self._validated(key, node, guesses=guesses)[1]
        return valid, partial

    def _validated(
        self, key: Key, node: MapNode, *, whole: bool = True, guesses: Guesses
    ) -> tuple[Model | None, list[Problem]]:
        """A thing with what is wrong with it, kept for the other companies."""
        base = self.library.base.things
        known = self._valid.get(node)
        if known is None:
            found: list[Problem] = []
            instead_of = None if key in base else _ids(base, key[0])
            model = KIND_BY_NAME[key[0]].model
            thing = validate(
                model, node, found, instead_of=instead_of, whole=whole, guesses=guesses
            )
            known = thing, found
            if base.get(key) is node:
                self._valid[node] = known
        return known

    def _doubts(self, gaps: Gaps, things: Mapping[Key, MapNode]) -> Callable[[Key], bool]:
        """Says of which things nobody knows what a change to them hits: unread, or wrong."""
        guesses = Guesses()

        def doubtful(key: Key) -> bool:
            known = things.get(key)
            if known is None or gaps.may_hold(key):
                return gaps.may_hold(key)
            return bool(self._validated(key, known, guesses=guesses)[1])

        return doubtful


def _first(found: list[Problem], below: list[Problem]) -> list[Problem]:
    """What to tell of a changed thing that is wrong: if it is so without the change, that alone."""
    known = {(problem.place, problem.code) for problem in below}
    same = [problem for problem in found if (problem.place, problem.code) in known]
    return same or below or found


def _only(things: Mapping[Key, T], there: Collection[Key]) -> dict[Key, T]:
    return {key: thing for key, thing in things.items() if key in there}


def _ids(base: Mapping[Key, MapNode], kind: str) -> Iterator[str]:
    return (identity for name, identity in base if name == kind)


def _inherit(parent: MapNode | None, own: MapNode, problems: list[Problem]) -> MapNode:
    if parent is None:
        return own
    entries = {k: v for k, v in parent.entries.items() if k not in _OWN_FIELDS}
    keys = {k: v for k, v in parent.keys.items() if k not in _OWN_FIELDS}
    merged = merge(MapNode(entries, keys, own.place), own, problems)
    assert isinstance(merged, MapNode)
    return merged


def _filled(company: Company, values: dict[str, Value]) -> dict[str, Value]:
    return {
        name: Value(values[name].parameter, normal(raw))
        for name, raw in company.values.items()
        if name in values
    }


@dataclass(frozen=True, slots=True)
class _BuiltIn:
    """Parameters that every text may name without anybody defining them."""

    things: dict[Key, Model]
    values: dict[str, Value]

    def nodes(self, company: MapNode) -> dict[Key, MapNode]:
        return dict.fromkeys(self.things, company)


def _built_in(company: Company) -> _BuiltIn:
    names = {"company_name": "name", "company_short_name": "short_name"}
    texts = {k: getattr(company, v, None) or Text("…") for k, v in names.items()}
    things: dict[Key, Model] = {}
    values: dict[str, Value] = {}
    for name, text in texts.items():
        label = {lang: say(f"parameter.{name}", lang) for lang in languages()}
        parameter = Parameter.model_validate(
            {"id": name, "name": label, "type": "text", "meaning": label, "group": label}
        )
        things["parameter", name] = parameter
        values[name] = Value(parameter, text)
    return _BuiltIn(things, values)


def company_meant(library: Library, named: str) -> str:
    """``named``, or the first company that is no draft, or the first. Raises NoCompany.

    Where nobody can tell which there are it is "": the problems of the base say why.
    """
    finished = (c for c, folder in library.companies.items() if not is_draft(folder))
    found = named or next(finished, None) or next(iter(library.companies), None)
    if found is None and library.closed:
        return named
    if found is None:
        raise NoCompany(library.label)
    return found


def is_locked(folder: CompanyFolder) -> bool:
    """Whether changes of the base are told; a draft's need not be."""
    return folder.accepted is not None or is_draft(folder)


def is_draft(folder: CompanyFolder) -> bool:
    """Whether company.yml says that the company is still being filled in."""
    entry = folder.node.entries.get("draft") if folder.node else None
    return isinstance(entry, ScalarNode) and entry.value is True
