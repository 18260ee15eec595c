"""A new role or process that needs only its texts: everything else is filled in already."""

from __future__ import annotations

from pathlib import Path

from handbook.authoring.new_company import Exists
from handbook.authoring.schema import modeline
from handbook.authoring.writing import make_folder, write_whole
from handbook.model.base import check_id
from handbook.model.kinds import COMPANIES_FOLDER, KIND_BY_NAME
from handbook.reading.library import Library
from handbook.reading.node import MapNode
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
    if path.exists() or (kind, identity) in library.base.things:
        raise Exists(str(path))
    text = say(f"new.{kind}", lang, id=identity, **_ids(library, kind, lang, company))
    make_folder(path.parent)
    write_whole(path, f"{modeline(kind, 3 if company else 1)}\n{text}")
    return path


def _ids(library: Library, kind: str, lang: str, company: str | None) -> dict[str, object]:
    """An id of each kind that the template names, and all there are."""
    needed = {"role": ("family", "department"), "process": ("actor", "parameter")}[kind]
    found: dict[str, object] = {}
    overlays = [company.overlay.things for company in library.companies.values()]
    taken = {key for things in overlays for key, node in things.items() if "remove" in node.entries}
    there = dict(library.base.things)
    if company is not None:
        own = library.companies[company].overlay.things
        there |= {key: node for key, node in own.items() if key not in there}
        there = {key: there[key] for key in there if key not in own or key not in taken}
    for name in needed:
        known = [i for (k, i), node in there.items() if k == name and _fits(k, node)]
        # what every company has comes first: the new thing must not name what some take away
        known.sort(key=lambda i: (name, i) in taken)
        if not known:
            raise NothingToReferTo(name)
        found[name] = known[0]
        found[f"other_{name}"] = known[min(1, len(known) - 1)]  # nobody decides on himself
        found[f"{name}_all"] = listed(known, lang)
    return found


def _fits(kind: str, node: MapNode) -> bool:
    """A step's deadline is a parameter of working days."""
    return kind != "parameter" or node.text("type") == "working_days"
