"""A folder laid out as policy_data → the nodes of every thing in it, by kind and id."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handbook.model.base import Key, is_id
from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE, KIND_BY_FOLDER, KINDS, Kind
from handbook.reading.data_format import FORMAT_FILE
from handbook.reading.folder import Entry
from handbook.reading.node import ListNode, MapNode, Node, ScalarNode, lines_of
from handbook.reading.rescue import rescue, words_of_file
from handbook.reading.source import fold, read
from handbook.reading.syntax_hints import wrong_colon
from handbook.words.near import near
from handbook.words.problem import Place, Problem

EVERY = "*"

# Codes of files that could be read but are not, as their names or places are wrong
_MISPLACED = ("HB115", "HB116", "HB117")

_NO_ID = re.compile("[^a-z0-9]+")

# Notes for those who look after the files, which nothing reads; and what Windows leaves everywhere
_NOTES = ("readme", "readme.md", "readme.txt")
_LEFT_BY_WINDOWS = ("thumbs.db", "desktop.ini")
PICTURES = (".svg", ".png")  # what a logo may be
_YAML = (".yml", ".yaml")


@dataclass(slots=True)
class Tree:
    """The things of one folder by (kind, id), in the order of files and lines.

    ``unread`` holds what files that can't be read would have given, with ``EVERY`` as id where not
    even words of the file are known: nobody should be told that these are missing, too. ``words``
    are those of such files, and of files in which a value can't be read for sure; ``blank`` are
    the kinds of files without known words; ``changes`` what of the base they may change.
    """

    things: dict[Key, MapNode] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[Key] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    blank: set[str] = field(default_factory=set)
    changes: set[Key] = field(default_factory=set)

    def lose(
        self,
        kind: Kind,
        words: frozenset[str] | None,
        ids: Iterable[str] | None = None,
        changes: Iterable[str] | None = None,
    ) -> None:
        """Note what a file would have given: these ids, if they are known; else any of its words.

        ``words`` are None where not even those are known; ``changes`` are the ids that it may
        change in the base, if not all the same.
        """
        self.words |= words or set()
        self.blank |= {kind.name} if words is None else set()
        lost = {*(ids if ids is not None else (EVERY,) if words is None else words)}
        self.unread |= {(kind.name, identity) for identity in lost}
        self.changes |= {(kind.name, each) for each in (lost if changes is None else changes)}


def read_tree(entries: Iterable[Entry], *, of_company: bool = False) -> Tree:
    """Read every file of a folder that is laid out as policy_data is.

    What nothing reads is a problem, too: a misspelt folder must not vanish in silence.
    """
    tree = Tree()
    seen: dict[Key, Place] = {}
    unknown: set[str] = set()
    for entry in entries:
        kind, problem = (None, entry.problem) if entry.problem else _kind_of(entry, of_company)
        if problem is not None:
            if not _follows(problem, entry, unknown):
                tree.problems.append(problem)
            _lose(tree, entry, problem)
        elif kind is not None:
            _read_file(entry, kind, tree, seen)
    return tree


def _read_file(entry: Entry, kind: Kind, tree: Tree, seen: dict[Key, Place]) -> None:
    """The things of one file; ``seen`` knows where an id was used first."""
    path = entry.path
    only = path.stem if kind.one_per_file else None
    root, problems = read(path, entry.name)
    tree.problems += problems
    is_empty = any(problem.code == "HB104" for problem in problems)
    words = None if not problems or is_empty else words_of_file(path)
    if root is None and only:
        tree.lose(kind, words, (only,))
        return
    if root is None:
        rescued = rescue(path, entry.name, problems)
        tree.problems += rescued.problems
        tree.lose(kind, rescued.words, (EVERY,) if rescued.nameless else None)
        root = ListNode(tuple(rescued.items), Place(entry.name))
    elif words:
        tree.words |= words
    nameless = False
    guessed = {problem.place for problem in problems}
    misread = sorted({place.line for place in guessed})
    lost_id = any(p.code == "HB107" and p.facts["key"] == "id" for p in problems)
    for written in _things(root, kind, path, tree.problems):
        node, identity = written, written.text("id")
        place = node.entries.get("id", node).place
        if identity is None:
            tree.problems.append(Problem("HB201", place, {"field": "id"}))
        if only and identity != only and is_id(only):  # others know it by the name of its file
            tree.lose(kind, frozenset(), (identity or only,))
            node, identity = _called(only, node), only
        if identity is None:
            nameless = True
            continue
        first = seen.setdefault((kind.name, fold(identity)), place)
        if first is not place:
            facts = {"id": identity, "first": str(first)}
            tree.problems.append(Problem("HB210", place, facts))
            tree.lose(kind, frozenset(), (EVERY,), (identity,))
            continue
        tree.things[kind.name, identity] = node
        if _touches(misread, node):
            tree.changes.add((kind.name, identity))
        if not is_id(identity) or place in guessed:
            tree.lose(kind, frozenset(), (EVERY,), (_NO_ID.sub("-", identity.lower()),))
    if nameless:
        tree.lose(kind, words_of_file(path), (EVERY,))
    if lost_id or _is_broken(root, kind):
        whole = (only,) if only else (EVERY,) if isinstance(root, ScalarNode) else None
        tree.lose(kind, words_of_file(path), whole)


def _touches(lines: list[int], node: MapNode) -> bool:
    """Whether one of the sorted lines lies in a node."""
    inside = lines_of(node) if lines else range(0)
    return bisect_left(lines, inside.start) < bisect_left(lines, inside.stop)


def _called(identity: str, node: MapNode) -> MapNode:
    """A thing with the id that it should have; one that can be none is left to be told."""
    known = node.entries.get("id", node)
    if isinstance(known, ScalarNode) and isinstance(known.value, str) and not is_id(known.value):
        return node
    place = known.place
    entries = {**node.entries, "id": ScalarNode(identity, place)}
    return MapNode(entries, {"id": place, **node.keys}, node.place)


def _follows(problem: Problem, entry: Entry, unknown: set[str]) -> bool:
    """Whether the folder of a file that is no YAML has been told already: it is of no kind."""
    if problem.code != "HB116" or len(entry.parts) == 1:
        return False
    told, folder = entry.parts[0] in unknown, entry.parts[0]
    unknown.add(folder)
    return told and not entry.parts[-1].lower().endswith(_YAML)


def _lose(tree: Tree, entry: Entry, problem: Problem) -> None:
    """What a file or folder that is not read would have given, as far as its name and words say."""
    known = problem.code in _MISPLACED and not entry.is_folder
    words = words_of_file(entry.path) if known else None
    tree.words |= words or set()
    if not entry.parts:
        tree.unread.update((kind.name, EVERY) for kind in KINDS)
    if not entry.parts or (problem.code == "HB115" and not problem.near):
        return
    stem = entry.parts[-1].split(".")[0]
    names = [entry.parts[-1] if entry.is_folder else stem, *reversed(entry.parts[:-1])]
    named = (KIND_BY_FOLDER.get(name) for name in (*names, *problem.near[:1]))
    kind = next((found for found in named if found), None)
    if kind is not None:
        whole = entry.parts[-1] == kind.folder or not kind.one_per_file
        tree.lose(kind, words, None if whole else (stem,))
    elif entry.parts[-1] == COMPANIES_FOLDER:
        tree.unread.add(("company", EVERY))


def _is_broken(root: Node, kind: Kind) -> bool:
    """Whether a file holds something that can't be taken for a thing."""
    if kind.one_per_file:
        return not isinstance(root, MapNode)
    return not isinstance(root, ListNode) or any(not isinstance(i, MapNode) for i in root.items)


def _kind_of(entry: Entry, of_company: bool) -> tuple[Kind | None, Problem | None]:
    """The kind of thing that a file holds, or why nothing reads it; neither for notes."""
    parts, place = entry.parts, Place(entry.name)
    if parts[-1].lower() in (*_NOTES, *_LEFT_BY_WINDOWS):
        return None, None
    folder = parts[0] if len(parts) > 1 else entry.path.stem
    kind = KIND_BY_FOLDER.get(folder)
    is_yaml = entry.path.suffix == ".yml"
    if of_company and parts == (FORMAT_FILE,):
        return None, Problem(
            "HB117", place, {"folder": entry.name.split(f"/{COMPANIES_FOLDER}/")[0]}
        )
    if folder in (COMPANIES_FOLDER, Path(COMPANY_FILE).stem) and is_yaml:
        return None, Problem("HB117", place, {"folder": f"{COMPANIES_FOLDER}/<id>"})
    if of_company and len(parts) == 1 and entry.path.suffix.lower() in PICTURES:
        return None, Problem("HB133", place, {"name": parts[-1]})
    looks_like_yaml = any(ending in parts[-1].lower() for ending in _YAML)
    lies_nowhere = kind is None and len(parts) > 1 and folder != COMPANIES_FOLDER
    if not is_yaml and (looks_like_yaml or not lies_nowhere):
        stem, _, ending = parts[-1].partition(".")
        meant = looks_like_yaml or not ending or near(ending, ("yml",))
        guesses = (f"{stem}.yml",) if meant else ()
        return None, Problem("HB115", place, {"name": parts[-1]}, guesses)
    if kind is None:
        return None, Problem("HB116", place, {"name": folder}, near(folder, KIND_BY_FOLDER))
    if len(parts) > 2 or (kind.one_per_file and len(parts) == 1):
        return None, Problem("HB117", place, {"folder": kind.folder})
    return kind, None


def _things(root: Node, kind: Kind, path: Path, problems: list[Problem]) -> Iterator[MapNode]:
    if kind.one_per_file:
        if not isinstance(root, MapNode):
            problems.append(no_mapping(root))
            return
        identity = root.text("id")
        if identity is not None and identity != path.stem and is_id(identity):
            facts = {"id": identity, "name": path.name}
            problems.append(Problem("HB211", root.entries["id"].place, facts))
        yield root
    elif not isinstance(root, ListNode):
        problems.append(Problem("HB119", root.place))
    else:
        for item in root.items:
            if isinstance(item, MapNode):
                yield item
            else:
                problems.append(no_mapping(item))


def no_mapping(node: Node) -> Problem:
    """What to say of a thing that is no group of names and values."""
    return wrong_colon(node) or Problem("HB118", node.place)
