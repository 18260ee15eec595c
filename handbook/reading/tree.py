"""A folder laid out as policy_data → the nodes of every thing in it, by kind and id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handbook.model.base import Key
from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE, KIND_BY_FOLDER, Kind
from handbook.reading.node import ListNode, MapNode, Node
from handbook.reading.source import fold, read
from handbook.reading.syntax_hints import full_width_colon
from handbook.words.near import near
from handbook.words.problem import Place, Problem

EVERY = "*"

# Windows hides the last ending, so a file may be called x.yml.txt without anybody seeing it
_YAML_ENDINGS = (".yml", ".yaml", ".yml.txt", ".yaml.txt")


@dataclass(slots=True)
class Tree:
    """The things of one folder by (kind, id), in the order of files and lines.

    ``unread`` holds what files that can't be read would have given, with ``EVERY`` as id for a
    file of many things: nobody should be told that these are missing, too.
    """

    things: dict[Key, MapNode] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[Key] = field(default_factory=set)


def read_tree(folder: Path, label: str, *, of_company: bool = False) -> Tree:
    """Read every file of ``folder``; ``label`` is what its path is called in problems.

    Files that nothing reads are problems, too: a misspelt folder must not vanish in silence.
    """
    tree = Tree()
    seen: dict[Key, Place] = {}
    for path, name in _files(folder, label, of_company=of_company):
        kind, problem = _kind_of(path.relative_to(folder), name)
        if problem:
            tree.problems.append(problem)
            kind = kind or KIND_BY_FOLDER.get(path.parent.name) or _meant(problem)
        if kind is None:
            continue
        root, problems = (None, []) if problem else read(path, name)
        tree.problems += problems
        if root is None:
            tree.unread.add((kind.name, path.stem if kind.one_per_file else EVERY))
        for node in _things(root, kind, path, tree.problems) if root is not None else ():
            identity = node.text("id")
            if kind.one_per_file and identity != path.stem:
                tree.unread.add((kind.name, path.stem))
            if identity is None:
                tree.problems.append(Problem("HB201", node.place, {"field": "id"}))
                tree.unread.add((kind.name, path.stem if kind.one_per_file else EVERY))
                continue
            place = node.entries["id"].place
            first = seen.setdefault((kind.name, fold(identity)), place)
            if first is not place:
                facts = {"id": identity, "first": str(first)}
                tree.problems.append(Problem("HB210", place, facts))
                continue
            tree.things[kind.name, identity] = node
        if root is not None and _is_broken(root, kind):
            tree.unread.add((kind.name, path.stem if kind.one_per_file else EVERY))
    return tree


def _meant(problem: Problem) -> Kind | None:
    """The kind that somebody meant by a misspelt folder."""
    return KIND_BY_FOLDER.get(problem.near[0]) if problem.near else None


def _is_broken(root: Node, kind: Kind) -> bool:
    """Whether a file holds something that can't be taken for a thing."""
    if kind.one_per_file:
        return not isinstance(root, MapNode)
    return not isinstance(root, ListNode) or any(not isinstance(i, MapNode) for i in root.items)


def _files(folder: Path, label: str, *, of_company: bool) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or (
            relative.as_posix() == COMPANY_FILE if of_company else _is_companys(relative)
        ):
            continue
        if path.name.lower().endswith(_YAML_ENDINGS) and path.is_file():
            yield path, f"{label}/{relative.as_posix()}"


def _is_companys(relative: Path) -> bool:
    """Whether a file of the base's folder is read as part of a company's."""
    return relative.parts[0] == COMPANIES_FOLDER and len(relative.parts) > 2


def _kind_of(relative: Path, name: str) -> tuple[Kind | None, Problem | None]:
    parts = relative.parts
    folder = parts[0] if len(parts) > 1 else relative.stem
    kind = KIND_BY_FOLDER.get(folder)
    if relative.suffix != ".yml":
        return None, Problem("HB115", Place(name), {"name": relative.name})
    if folder in (COMPANIES_FOLDER, Path(COMPANY_FILE).stem):
        return None, Problem("HB117", Place(name), {"folder": f"{COMPANIES_FOLDER}/<id>"})
    if kind is None:
        return None, Problem(
            "HB116", Place(name), {"name": folder}, near=near(folder, KIND_BY_FOLDER)
        )
    if len(parts) > 2 or (kind.one_per_file and len(parts) == 1):
        return None, Problem("HB117", Place(name), {"folder": kind.folder})
    return kind, None


def _things(root: Node, kind: Kind, path: Path, problems: list[Problem]) -> Iterator[MapNode]:
    if kind.one_per_file:
        if not isinstance(root, MapNode):
            problems.append(no_mapping(root))
            return
        identity = root.text("id")
        if identity is not None and identity != path.stem:
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
    return full_width_colon(node) or Problem("HB118", node.place)
