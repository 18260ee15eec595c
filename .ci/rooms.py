"""The house as it is: rooms, floors, arrows, imports between rooms; fails when it outgrows them.

A room is a folder of ``handbook/``, or another root package; its place is its line in the layers
of pyproject.toml. Floor 1 imports from no room; every other room stands one floor above the
highest that it imports from. An arrow is one room that imports from another. An import is one
module that imports another one of a different room, inside a function or not. What is found by
its place, as a rule, a country or an engine is, has its imports to itself: nobody knows it by
name, so it ties nothing to anything.
"""

from __future__ import annotations

import argparse
import ast
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from grimp import ImportGraph, build_graph

# These hold for all later changes. There were 583 imports when the rooms were made and pages had
# become data, 779 with those of what is found by its place, 532 without. What was added since, and
# why nothing else would do, is said where it was raised: `git log -G imports -- .ci/rooms.py`. The
# number may only fall, and falls when there are clearly fewer.
LIMITS = {"rooms": 18, "floors": 12, "arrows": 75, "imports": 603}
HOUSE = "handbook"  # the root package that is parted into rooms
DOORS = (HOUSE, f"{HOUSE}.__main__")  # they lead inside and belong to no room
Pairs = list[tuple[str, str]]


def room_of(module: str) -> str:
    """The room that a module stands in."""
    first, *rest = module.split(".")
    return f"{first}.{rest[0]}" if first == HOUSE and rest else first


def imports_between(graph: ImportGraph) -> Pairs:
    """Pairs of modules in different rooms, the first of which imports the second."""
    pairs = [(a, b) for a in graph.modules for b in graph.find_modules_directly_imported_by(a)]
    return sorted((a, b) for a, b in pairs if a not in DOORS and room_of(a) != room_of(b))


def is_found(graph: ImportGraph, module: str) -> bool:
    """Whether nobody knows a module by name, nor any of a folder that it stands in."""
    parts = module.split(".")
    room = room_of(module).count(".") + 1
    for end in range(room + 1, len(parts) + 1):
        place = ".".join(parts[:end])
        own = {place, *graph.find_descendants(place)}
        if all(graph.find_modules_that_directly_import(one) <= own for one in own):
            return True
    return False


def floors_of(rooms: list[str], arrows: Counter[tuple[str, str]]) -> dict[str, int]:
    """The floor of each of ``rooms``, which begin at the top; arrows upward don't count."""
    floors: dict[str, int] = {}
    for room in reversed(rooms):
        below = [floors[b] for a, b in arrows if a == room and b in floors]
        floors[room] = max(below, default=0) + 1
    return floors


def only_hands_on(path: Path) -> bool:
    """Whether nothing stands in a module but imports and ``__all__``."""
    lines = [ast.unparse(one) for one in ast.parse(path.read_text(encoding="utf-8")).body]
    said = [one for one in lines if not one.startswith(("'", '"', "from __future__", "__all__"))]
    return bool(said) and all(one.startswith(("from ", "import ")) for one in said)


def faults(graph: ImportGraph, between: Pairs, layers: dict[str, int]) -> Iterator[str]:
    """What is wrong with single modules, a sentence each."""
    for room in sorted({room_of(module) for module in graph.modules} - {*layers, *DOORS}):
        yield f"{room} stands on no layer: give it its place in pyproject.toml."
    for a, b in between:
        upper, lower = room_of(a), room_of(b)
        if b in DOORS:
            yield f"{a} imports {b}, a door of the house: import from the room that knows."
        elif layers.get(upper, -1) >= layers.get(lower, len(layers)):
            yield f"{a} imports {b}, but {upper} does not stand above {lower}."
    for module in sorted(graph.modules):
        path = Path(*module.split(".")).with_suffix(".py")
        if path.is_file() and only_hands_on(path):
            yield f"{module} only hands on what it imports: import it from where it is."


def read() -> tuple[ImportGraph, dict[str, int]]:
    """The modules of the working folder, and each room's layer, counted from the top."""
    own = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = (one["layers"] for one in own["contracts"] if one["type"] == "layers")
    sys.path.insert(0, str(Path.cwd()))  # before a copy of the house that is installed
    graph = build_graph(*own["root_packages"], cache_dir=None)
    return graph, {room.strip(): n for n, both in enumerate(layers) for room in both.split("|")}


def main() -> int:
    """Tell the house in the working folder; 1 if something is wrong with it."""
    parser = argparse.ArgumentParser(description="Rooms, floors, arrows and imports of the house.")
    parser.add_argument("--arrows", action="store_true", help="tell which rooms each room knows")
    options = parser.parse_args()
    graph, layers = read()
    between = imports_between(graph)
    arrows = Counter((room_of(a), room_of(b)) for a, b in between if b not in DOORS)
    rooms = sorted(
        {room_of(module) for module in graph.modules} - {*DOORS},
        key=lambda room: (layers.get(room, -1), room),
    )
    floors = floors_of(rooms, arrows)

    for floor in range(max(floors.values()), 0, -1):
        print(f"floor {floor:2}  {', '.join(room for room in rooms if floors[room] == floor)}")
    for room in rooms if options.arrows else ():
        known = [f"{b} {n}" for (a, b), n in sorted(arrows.items()) if a == room]
        print(f"{room} -> {', '.join(known) or 'nothing'}")
    known = [a for a, _ in between if not is_found(graph, a)]
    sizes = (len(rooms), max(floors.values()), len(arrows), len(known))
    counts = dict(zip(LIMITS, sizes, strict=True))
    print(", ".join(f"{n} {name} (at most {LIMITS[name]})" for name, n in counts.items()))

    wrong = [*faults(graph, between, layers)]
    wrong += [f"{n} {name} are too many." for name, n in counts.items() if n > LIMITS[name]]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
