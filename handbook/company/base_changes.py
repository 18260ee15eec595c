"""What of the base has changed since a company accepted it (``base.lock``)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from handbook.model.base import Key
from handbook.reading.base_lock import Accepted, said, thing_of
from handbook.reading.node import MapNode, Plain, place_of
from handbook.words.catalogue import Phrase
from handbook.words.facts import Listed
from handbook.words.problem import Place, Problem, Severity

# None of these keeps the data from being used
SEVERITY: dict[str, Severity] = dict.fromkeys(("HB319", "HB320", "HB321"), "warning")
_SHOWN = 12  # names of things that came or went, of which there may be hundreds
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    path: Path
    before: Plain
    after: Plain


def changes(
    accepted: Accepted, base: Mapping[Key, MapNode], taken: Collection[Key], company: Place
) -> Iterator[Problem]:
    """HB319 what says something else now, HB320 what came, HB321 what is gone.

    ``base`` is what the company's files are laid over, ``taken`` what it takes of it; ``company``
    is the place of what has no other.
    """
    for key, node in base.items():
        if key in taken and key in accepted and (now := said(node)) != accepted[key]:
            yield from _told(key, thing_of(accepted[key]), thing_of(now), node)
    came = [key for key in base if key in taken and key not in accepted]
    gone = [key for key in accepted if key not in base]
    for code, keys in (("HB320", came), ("HB321", gone)):
        if keys:
            names = Listed(tuple(f"{kind}:{identity}" for kind, identity in keys[:_SHOWN]))
            facts = {"n": len(keys), "names": names}
            yield Problem(code, company, facts, severity=SEVERITY[code])


def _told(key: Key, before: Plain, after: Plain, node: MapNode) -> Iterator[Problem]:
    """Each change at its line; ``node`` is what ``after`` was read from."""
    kind, identity = key
    for change in _inside((), before, after):
        facts = {
            "kind": Phrase(f"kind.{kind}"), "id": identity, "at": ".".join(map(str, change.path)),
            "before": _shown(change.before), "after": _shown(change.after),
        }  # fmt: skip
        place = place_of(node, _numbered(after, change.path))
        yield Problem("HB319", place, facts, severity=SEVERITY["HB319"])


def _shown(value: Plain) -> object:
    """A value as people read it."""
    if value is None:
        return Phrase("base.nothing")
    if isinstance(value, list):
        return Listed(tuple(map(_shown, value)))
    if isinstance(value, dict):
        return Listed(tuple(map(_shown, value.values())))
    return str(value)


def _inside(path: Path, before: Plain, after: Plain) -> Iterator[_Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in {**after, **before}:
            yield from _inside((*path, name), before.get(name), after.get(name))
    elif (ours := _by_id(before)) is not None and (theirs := _by_id(after)) is not None:
        for name in {**theirs, **ours}:
            yield from _inside((*path, name), ours.get(name), theirs.get(name))
        stayed = [name for name in ours if name in theirs]
        if stayed != [name for name in theirs if name in ours]:
            yield _Change(path, list(ours), list(theirs))
    elif before != after:
        yield _Change(path, before, after)


def _by_id(value: Plain) -> dict[str, Plain] | None:
    """A list's items by their ids; None if it is none, or an item has none."""
    if not isinstance(value, list) or not all(isinstance(v, dict) and "id" in v for v in value):
        return None
    found: dict[str, Plain] = {str(item["id"]): item for item in value if isinstance(item, dict)}
    return found if len(found) == len(value) else None


def _numbered(value: Plain, path: Path) -> Path:
    """The path with the numbers of items in place of their ids."""
    numbered: list[str | int] = []
    for part in path:
        if isinstance(value, list) and (items := _by_id(value)) is not None:
            if part not in items:
                break
            numbered.append(list(items).index(str(part)))
            value = items[str(part)]
        elif isinstance(value, dict) and part in value:
            numbered.append(part)
            value = value[str(part)]
        else:
            break
    return tuple(numbered)
