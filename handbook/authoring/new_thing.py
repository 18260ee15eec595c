"""A new role or process that needs only its texts: everything else is filled in already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook.authoring.new_company import Exists
from handbook.authoring.schema import modeline
from handbook.authoring.writing import make_folder, write_whole
from handbook.company.workshop import Workshop
from handbook.model.base import check_id
from handbook.model.kinds import COMPANIES_FOLDER, KIND_BY_NAME
from handbook.reading.library import Library
from handbook.reading.node import MapNode
from handbook.reading.tree import Tree
from handbook.words.catalogue import say
from handbook.words.facts import listed


class NothingToReferTo(Exception):
    """The data has no thing of a kind that the new one needs; ``kind`` names it."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def new_thing(
    library: Library, kind: str, identity: str, lang: str, company: str | None = None
) -> Path:
    """Write ``<folder>/<identity>.yml`` for a role or process and return its path.

    It stands in the folder of a ``company`` that alone has it, or in the base that all share.

    Raises ValueError for an id that can't be one, Exists, NothingToReferTo, CannotWrite.
    """
    check_id(identity)
    home = library.folder / COMPANIES_FOLDER / company if company else library.folder
    path = home / KIND_BY_NAME[kind].folder / f"{identity}.yml"
    for tree in _seen_together(library, company):
        if (there := tree.things.get((kind, identity))) is not None:
            raise Exists(there.place.file)
    if path.exists():
        raise Exists(str(path))
    ids = _ids(library, kind, lang, company)
    # A handbook can do without departments
    ids["in_department"] = say("new.role-department", lang, **ids) if "department" in ids else ""
    text = say(f"new.{kind}", lang, id=identity, **ids)
    make_folder(path.parent)
    write_whole(path, f"{modeline(kind, 3 if company else 1)}\n{text}")
    return path


def _seen_together(library: Library, company: str | None) -> Iterator[Tree]:
    """Where the same id would be no other thing but a change of the new one, or this of that."""
    yield library.base
    chain = Workshop(library).chain
    above = [folder.id for folder in chain(company, [])] if company else []
    for identity, folder in library.companies.items():
        below = (other.id for other in chain(identity, []))
        if company is None or identity in above or company in below:
            yield folder.overlay


def _ids(library: Library, kind: str, lang: str, company: str | None) -> dict[str, object]:
    """An id of each kind that the template names, and all there are."""
    needed = {"role": ("family", "department"), "process": ("actor", "parameter")}[kind]
    found: dict[str, object] = {}
    overlays = [company.overlay.things for company in library.companies.values()]
    taken = {key for things in overlays for key, node in things.items() if "remove" in node.entries}
    there = dict(library.base.things)
    for folder in Workshop(library).chain(company, []) if company else ():
        own = folder.overlay.things
        there |= {key: node for key, node in own.items() if key not in there}
        there = {key: there[key] for key in there if key not in own or key not in taken}
    for name in needed:
        known = [i for (k, i), node in there.items() if k == name and _fits(k, node)]
        # what every company has comes first: the new thing must not name what some take away
        known.sort(key=lambda i: (name, i) in taken)
        if not known and name == "department":
            continue
        if not known:
            raise NothingToReferTo(name)
        found[name] = known[0]
        found[f"other_{name}"] = known[min(1, len(known) - 1)]  # nobody decides on himself
        found[f"{name}_all"] = listed(known, lang)
    return found


def _fits(kind: str, node: MapNode) -> bool:
    """A step's deadline is a parameter of working days."""
    return kind != "parameter" or node.text("type") == "working_days"
