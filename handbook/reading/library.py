"""policy_data → base and companies as nodes, with every problem of every file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE, KIND_BY_FOLDER
from handbook.reading.node import MapNode
from handbook.reading.source import read
from handbook.reading.tree import Tree, no_mapping, read_tree
from handbook.words.problem import Place, Problem

# Sites of HR's edition and of drafts have these names; no company's may look like one
TAKEN_ENDINGS = ("-hr", "-draft")


@dataclass(frozen=True, slots=True)
class CompanyFolder:
    """``company.yml`` and the files that are laid over the base."""

    id: str
    node: MapNode | None
    overlay: Tree
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All that stands in policy_data, unmerged."""

    folder: Path
    label: str
    base: Tree
    companies: dict[str, CompanyFolder] = field(default_factory=dict)


class NoData(Exception):
    """There is no policy_data at the given place; wrong use, not a problem in the data."""


def load(folder: Path) -> Library:
    """Read a whole policy_data folder. Raises NoData if it is not one."""
    companies = folder / COMPANIES_FOLDER
    known = [*KIND_BY_FOLDER, COMPANIES_FOLDER]
    if not any((folder / n).is_dir() or (folder / f"{n}.yml").is_file() for n in known):
        raise NoData(str(folder))
    label = _label(folder)
    library = Library(folder, label, read_tree(folder, label))
    if companies.is_dir():
        for path in _folders(companies):
            if path.is_dir() and not path.name.startswith("."):
                name = f"{label}/{COMPANIES_FOLDER}/{path.name}"
                library.companies[path.name] = _read_company(path, name)
    return library


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # reading it tells why it can't be read


def _folders(companies: Path) -> list[Path]:
    try:
        return sorted(companies.iterdir())
    except OSError as error:
        raise NoData(str(companies)) from error


def _label(folder: Path) -> str:
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()


def _read_company(folder: Path, label: str) -> CompanyFolder:
    path, name = folder / COMPANY_FILE, f"{label}/{COMPANY_FILE}"
    node, problems = (
        read(path, name) if _is_there(path) else (None, [Problem("HB128", Place(name))])
    )
    if node is not None and not isinstance(node, MapNode):
        problems.append(no_mapping(node))
        node = None
    if node is not None and (identity := node.text("id")) not in (None, folder.name):
        facts = {"id": identity, "name": folder.name}
        problems.append(Problem("HB211", node.entries["id"].place, facts))
    if folder.name.endswith(TAKEN_ENDINGS):
        problems.append(Problem("HB206", Place(name), {"id": folder.name}))
    tree = read_tree(folder, label, of_company=True)
    return CompanyFolder(folder.name, node, tree, tuple(problems))
