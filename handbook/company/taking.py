"""What a company takes of the base: what it names, what is its own, and what these mention.

Roles, processes, policies, scripts and flowcharts are there when ``uses`` of company.yml names
them. Everything else comes along with whatever mentions it; a term with any text that uses its
word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.company.book import mentions
from handbook.company.values import is_number, unit_of
from handbook.model import Company, Parameter, Term, Uses
from handbook.model.base import Key, Model, walk
from handbook.model.kinds import KIND_BY_FOLDER
from handbook.reading.library import CompanyFolder
from handbook.reading.node import ListNode, MapNode, Node, ScalarNode
from handbook.words.catalogue import Phrase, languages
from handbook.words.problem import Problem
from handbook.words.text import Text

NAMED = {KIND_BY_FOLDER[folder].name: folder for folder in Uses.model_fields}
# Shown nowhere and mentioned by nothing, they help the search in every handbook
_ALWAYS = "synonym"
Missing = Callable[[str, Node | None], bool]


@dataclass(frozen=True, slots=True)
class Taking:
    """What ``company`` takes; ``own`` is what its ``folders`` add and the base doesn't have."""

    company: Company
    folders: tuple[CompanyFolder, ...]
    own: frozenset[Key]

    @classmethod
    def of(
        cls, company: Company, folders: Iterable[CompanyFolder], base: Collection[Key]
    ) -> Taking:
        """``folders`` are the company's and those that it extends, the furthest first.

        Those before the last one that says ``uses`` are to be taken from like the base.
        """
        above, ours = set(base), list[CompanyFolder]()
        for folder in folders:
            if folder.node and "uses" in folder.node.entries:
                above.update(*(each.overlay.things for each in ours))
                ours = []
            ours.append(folder)
        own = {key for folder in ours for key in folder.overlay.things} - above
        return cls(company, tuple(ours), frozenset(own))

    def named(self, things: dict[Key, MapNode]) -> dict[Key, MapNode]:
        """``things`` without those that have to be named and aren't, and without ways to them."""
        if self.company.uses is None:
            return things
        there = {key for key in things if key[0] not in NAMED or self._is_named(key)}
        return {key: trimmed(key, node, there) for key, node in things.items() if key in there}

    def _is_named(self, key: Key) -> bool:
        kind, identity = key
        wanted = getattr(self.company.uses, NAMED[kind])
        return wanted is None or identity in wanted or key in self.own

    def along(self, things: Mapping[Key, Model]) -> Collection[Key]:
        """Of ``things`` those that were named, and whatever comes along with them."""
        if self.company.uses is None:
            return things.keys()
        there = {key for key in things if key[0] == _ALWAYS}
        words = [*self.company.once(_words)]
        waiting = [target for _, target in mentions(self.company)]
        waiting += (key for key in things if key[0] in NAMED or key in self.own)
        while waiting:
            while waiting:
                key = waiting.pop()
                if key in things and key not in there:
                    there.add(key)
                    words += things[key].once(_words)
                    waiting += (target for _, target in mentions(things[key]))
            waiting = _terms_in("\n".join(words), things, there)
        return there

    def in_vain(self, untaken: Collection[Key]) -> Iterator[Problem]:
        """HB318: a change to what isn't taken."""
        for folder in self.folders:
            for key, node in folder.overlay.things.items():
                if key in untaken:
                    facts = {"kind": Phrase(f"kind.{key[0]}"), "id": key[1]}
                    yield Problem("HB318", node.entries["id"].place, facts)


def _words(thing: Model) -> tuple[str, ...]:
    """Every text of a thing in every language, and the unit of a value, for looking up words."""
    texts = (value for _, value in walk(thing) if isinstance(value, Text))
    words = tuple(typed.lower() for text in texts for typed in text.all_typed)
    if not isinstance(thing, Parameter) or not hasattr(thing, "type") or not is_number(thing):
        return words
    return (*words, *(unit_of(thing.type, lang) for lang in languages()))


def _terms_in(words: str, things: Mapping[Key, Model], there: Collection[Key]) -> list[Key]:
    """The terms that texts use, linked or not, and that aren't there yet."""
    return [
        key
        for key, thing in things.items()
        if isinstance(thing, Term) and key not in there and any(n in words for n in _names(thing))
    ]


def _names(term: Term) -> tuple[str, ...]:
    """What a term is called; nothing of a name that is wrong."""
    name: Text | None = getattr(term, "name", None)
    called = (*(name.all_typed if name else ()), *getattr(term, "also_called", ()))
    return tuple(each.lower() for each in called)


def trimmed(key: Key, node: MapNode, there: Collection[Key]) -> MapNode:
    """A thing without the ways that lead to what isn't ``there``; else ``node`` itself.

    A way on, a superior, a head, an appeal, a script or policy to read: without what it leads to
    there is nothing to show. A way on whose process isn't there goes on: it says where it leads.
    What stands in texts and charts stays: somebody has to look at it.
    """

    def missing(kind: str, target: Node | None) -> bool:
        return isinstance(target, ScalarNode) and (kind, str(target.value)) not in there

    trim = _TRIMS.get(key[0])
    return trim(node, missing) if trim else node


def _role(node: MapNode, missing: Missing) -> MapNode:
    node = _less_ids(node, "scripts", lambda item: missing("script", item))
    node = _less_ids(node, "policies", lambda item: missing("policy", item))
    node = _less_ids(node, "paths", lambda item: missing("role", _field(item, "to")))
    node = _each(
        node,
        "paths",
        lambda way: _less(way, "process", missing("process", way.entries.get("process"))),
    )
    node = _less(node, "reports_to", missing("role", node.entries.get("reports_to")))
    confirmed_by = _field(node.entries.get("confirmation"), "process")
    return _less(node, "confirmation", missing("process", confirmed_by))


_TRIMS: Mapping[str, Callable[[MapNode, Missing], MapNode]] = {
    "role": _role,
    "department": lambda node, missing: _less(
        node, "head", missing("role", node.entries.get("head"))
    ),
    "process": lambda node, missing: _less(
        node, "appeal", missing("process", node.entries.get("appeal"))
    ),
}


def _field(node: Node | None, name: str) -> Node | None:
    return node.entries.get(name) if isinstance(node, MapNode) else None


def _less(node: MapNode, name: str, goes: bool) -> MapNode:
    """``node`` without a field."""
    if not goes:
        return node
    return MapNode({k: v for k, v in node.entries.items() if k != name}, node.keys, node.place)


def _each(node: MapNode, name: str, change: Callable[[MapNode], MapNode]) -> MapNode:
    """``node`` with each mapping in one of its lists changed."""
    items = node.entries.get(name)
    if not isinstance(items, ListNode):
        return node
    changed = tuple(change(item) if isinstance(item, MapNode) else item for item in items.items)
    if changed == items.items:
        return node
    return MapNode({**node.entries, name: ListNode(changed, items.place)}, node.keys, node.place)


def _less_ids(node: MapNode, name: str, goes: Callable[[Node], bool]) -> MapNode:
    """``node`` with fewer items in one of its lists."""
    items = node.entries.get(name)
    if not isinstance(items, ListNode) or not any(map(goes, items.items)):
        return node
    stay = ListNode(tuple(item for item in items.items if not goes(item)), items.place)
    return MapNode({**node.entries, name: stay}, node.keys, node.place)
