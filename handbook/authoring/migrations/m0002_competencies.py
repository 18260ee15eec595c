"""1 → 2: what a requirement is about becomes a thing of its own, which others can share.

``competency: 沟通`` of a requirement becomes the id of a competency with that name: in the base, or
in the folder of the company that alone names it so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, MutableMapping
from typing import Any

from pypinyin import lazy_pinyin

from handbook.authoring.migrations.steps import Documents, companies, files_of
from handbook.model.base import is_id

_COMPANIES = "companies"
_LONGEST = 60  # of 64, so that a number fits behind
Names = dict[str, str]


def migrate(documents: Documents) -> None:
    """Folders that others extend first: what these name, the others need not name again."""
    above = {str(c["id"]): c.get("extends") for c in companies(documents) if "id" in c}
    known: dict[str, Names] = {"": {}}
    taken: set[str] = set()

    def names_of(owner: str, seen: tuple[str, ...] = ()) -> Names:
        if owner not in known:
            upper = str(above.get(owner) or "")
            known[owner] = {**names_of("" if upper in seen else upper, (*seen, owner))}
            _migrate_folder(documents, owner, known[owner], taken)
        return known[owner]

    _migrate_folder(documents, "", known[""], taken)
    for path in list(files_of(documents, "requirements")):
        names_of(_owner(path))


def _migrate_folder(documents: Documents, owner: str, names: Names, taken: set[str]) -> None:
    """Things and ids for what one folder says; ``names`` are those that it has from above."""
    new: list[dict[str, Any]] = []
    for requirement in _requirements(documents, owner):
        name = requirement.get("competency")
        if name is None or isinstance(name, list):
            continue
        said = json.dumps(_plain(name), sort_keys=True, default=str)
        if said not in names:
            names[said] = _free_id(_plain(name), taken)
            new.append({"id": names[said], "name": name})
        requirement["competency"] = names[said]
    if new:
        home = f"{_COMPANIES}/{owner}/" if owner else ""
        documents[f"{home}competencies.yml"] = new


def _requirements(documents: Documents, owner: str) -> Iterator[MutableMapping[str, Any]]:
    for path in files_of(documents, "requirements"):
        if _owner(path) == owner and isinstance(document := documents[path], list):
            yield from (one for one in document if isinstance(one, MutableMapping))


def _owner(path: str) -> str:
    """The company whose file it is, nothing for the base's."""
    first, *rest = path.split("/")
    return rest[0] if first == _COMPANIES else ""


def _plain(name: Any) -> Any:
    if isinstance(name, MutableMapping):
        return {str(language): str(text) for language, text in name.items()}
    return str(name)


def _free_id(name: Any, taken: set[str]) -> str:
    """The English name, else the sound of the Chinese one; with a number where it is taken."""
    text = name.get("en") or name.get("zh") or "" if isinstance(name, dict) else name
    words = re.findall(r"[a-z0-9]+", " ".join(lazy_pinyin(text)).lower())
    slug = "-".join(words)[:_LONGEST].rstrip("-")
    if not is_id(slug):
        slug = f"competency-{slug}".rstrip("-")
    found, number = slug, 1
    while found in taken:
        number += 1
        found = f"{slug}-{number}"
    taken.add(found)
    return found
