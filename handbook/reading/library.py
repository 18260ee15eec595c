"""policy_data → base and companies as nodes, with every problem of every file."""

from __future__ import annotations

from dataclasses import dataclass, field
from os.path import isdir, isfile
from pathlib import Path

from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE, KIND_BY_FOLDER
from handbook.reading.base_lock import LOCK, Accepted, read_lock
from handbook.reading.base_lock import MAX_BYTES as LOCK_BYTES
from handbook.reading.data_format import FORMAT_FILE, format_of, is_read
from handbook.reading.folder import MAX_BYTES, Entry, walk
from handbook.reading.node import MapNode
from handbook.reading.rescue import rescue_fields, words_of_file
from handbook.reading.source import read
from handbook.reading.tree import EVERY, PICTURES, Tree, no_mapping, read_tree
from handbook.words.problem import Place, Problem

# Sites of managers' and HR's editions and of drafts have these names; no company's may
TAKEN_ENDINGS = ("-managers", "-hr", "-draft")


@dataclass(frozen=True, slots=True)
class CompanyFolder:
    """``company.yml`` and the files that are laid over the base.

    ``node`` holds what can be read of company.yml, None if that is nothing; ``whole`` if it is all.
    ``accepted`` is what of the base it has accepted; None where it has no lock that can be used.
    """

    id: str
    node: MapNode | None
    overlay: Tree
    problems: tuple[Problem, ...]
    whole: bool = True
    accepted: Accepted | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """All that stands in policy_data, unmerged; not ``readable``: of a format that isn't known."""

    folder: Path
    label: str
    base: Tree
    companies: dict[str, CompanyFolder] = field(default_factory=dict)
    readable: bool = True

    @property
    def closed(self) -> bool:
        """Whether nobody can tell which companies there are; a problem of the base says why."""
        return ("company", EVERY) in self.base.unread


class NoData(Exception):
    """There is no policy_data at the given place; wrong use, not a problem in the data."""


def load(folder: Path) -> Library:
    """Read a whole policy_data folder. Raises NoData if it is not one.

    Of data whose format is not known nothing is read: one problem says so.
    """
    label = label_of(folder)
    entries = walk(folder, label, enter=lambda parts: parts[:-1] != (COMPANIES_FOLDER,))
    number, problems = format_of(folder, label, entries)
    if not is_read(number):
        unread = Tree(problems=problems, unread={("company", EVERY)})
        return Library(folder, label, unread, readable=False)
    base = (entry for entry in entries if not _is_company(entry) and not _is_format(entry))
    library = Library(folder, label, read_tree(base))
    library.base.problems += problems
    for entry in filter(_is_company, entries):
        library.companies[entry.parts[-1]] = _read_company(entry)
    return library


def _is_company(entry: Entry) -> bool:
    """Whether something lies where only companies' folders do and is no file."""
    is_file = not entry.is_folder and (entry.problem is None or entry.problem.code != "HB129")
    return entry.parts[:-1] == (COMPANIES_FOLDER,) and not is_file


def label_of(folder: Path) -> str:
    """What problems call the folder: its path from here. Raises NoData if it is no policy_data."""
    known = [*KIND_BY_FOLDER, COMPANIES_FOLDER]
    if not any(isdir(folder / n) or isfile(folder / f"{n}.yml") for n in known):
        raise NoData(str(folder))
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()


def _is_format(entry: Entry) -> bool:
    return entry.parts == (FORMAT_FILE,) and not entry.problem


def _read_company(folder: Entry) -> CompanyFolder:
    identity = folder.parts[-1]
    if folder.problem:
        return CompanyFolder(identity, None, Tree(), (folder.problem,))
    entries = walk(folder.path, folder.name, lambda name: LOCK_BYTES if name == LOCK else MAX_BYTES)
    lock = next((entry for entry in entries if entry.parts == (LOCK,)), None)
    accepted, wrong = read_lock(lock) if lock else (None, [])
    own = next((entry for entry in entries if entry.parts == (COMPANY_FILE,)), None)
    node, problems = _company_file(own)
    problems += wrong
    whole = node is not None
    name = f"{folder.name}/{COMPANY_FILE}"
    if own is None and all(entry.parts for entry in entries):
        problems.append(Problem("HB128", Place(name)))
    if node is not None and (given := node.text("id")) not in (None, identity):
        facts = {"id": given, "name": identity}
        problems.append(Problem("HB211", node.entries["id"].place, facts))
    if identity.endswith(TAKEN_ENDINGS):
        problems.append(Problem("HB206", Place(name), {"id": identity}))
    logo = node.text("logo") if node else None
    unknown = node is None or ("logo" in node.entries and (logo,) not in {e.parts for e in entries})
    rest = (e for e in entries if e not in (own, lock) and not _is_logo(e, logo, unknown))
    overlay = read_tree(rest, of_company=True)
    if own and problems:
        overlay.words |= words_of_file(own.path) or set()
    if own and not whole:
        node = rescue_fields(own.path, own.name)
    return CompanyFolder(identity, node, overlay, tuple(problems), whole, accepted)


def _company_file(entry: Entry | None) -> tuple[MapNode | None, list[Problem]]:
    """What company.yml says, None if it can't be used."""
    if entry is None:
        return None, []
    if entry.problem:
        return None, [entry.problem]
    node, problems = read(entry.path, entry.name)
    if node is not None and not isinstance(node, MapNode):
        return None, [*problems, no_mapping(node)]
    return node, problems


def _is_logo(entry: Entry, named: str | None, unknown: bool) -> bool:
    """Whether company.yml speaks of a picture; where nobody knows of which, it may be any."""
    if entry.parts == (named,):
        return True
    return unknown and len(entry.parts) == 1 and entry.path.suffix.lower() in PICTURES
