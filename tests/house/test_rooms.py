"""The house is held by a command: imports against the order fail, and a house grown too large."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UPWARD = "from handbook.upper.over import UP"
TOO_LOW = (
    "handbook.left.new imports handbook.upper.over, "
    "but handbook.left does not stand above handbook.upper."
)


def write(path: Path, *lines: str) -> None:
    """A module of these lines, in packages."""
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "__init__.py").touch()
    path.write_text("\n".join([*lines, "HERE = 1", ""]), encoding="utf-8")


def settled(house: Path, layers: Iterable[str]) -> Path:
    """A house of these layers, in which nothing stands yet but the door."""
    names = ", ".join(f'"{layer}"' for layer in layers)
    (house / "pyproject.toml").write_text(
        '[tool.importlinter]\nroot_packages = ["handbook"]\n'
        f'[[tool.importlinter.contracts]]\ntype = "layers"\nlayers = [{names}]\n',
        encoding="utf-8",
    )
    write(house / "handbook" / "__main__.py")
    return house


def tell(house: Path, *options: str) -> tuple[int, list[str], list[str]]:
    """The exit status, what the house is like, and what is wrong with it."""
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "rooms.py", *options],
        cwd=house, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout.splitlines(), done.stderr.splitlines()


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Three sound rooms: ``upper`` knows ``left``, ``right`` knows nobody."""
    settled(tmp_path, ["handbook.upper", "handbook.left | handbook.right"])
    write(tmp_path / "handbook" / "upper" / "over.py", "from handbook.left.under import HERE as UP")
    write(tmp_path / "handbook" / "left" / "under.py")
    write(tmp_path / "handbook" / "right" / "beside.py")
    write(tmp_path / "handbook" / "__main__.py", "import handbook.upper.over")
    return tmp_path


def test_sound_house_is_drawn(house: Path) -> None:
    status, drawn, wrong = tell(house, "--arrows")
    assert (status, wrong) == (0, [])
    assert [re.sub(r" \(at most \d+\)", "", line) for line in drawn] == [
        "floor  2  handbook.upper",
        "floor  1  handbook.left, handbook.right",
        "handbook.upper -> handbook.left 1",
        "handbook.left -> nothing",
        "handbook.right -> nothing",
        "3 rooms, 2 floors, 1 arrows, 1 imports",
    ]


@pytest.mark.parametrize(
    ("module", "line", "sentence"),
    [
        ("left.new", UPWARD, TOO_LOW),
        ("left.new", f"def late() -> None:\n    {UPWARD}", TOO_LOW),
        (
            "left.new",
            "import handbook.right.beside",
            "handbook.left.new imports handbook.right.beside, "
            "but handbook.left does not stand above handbook.right.",
        ),
        (
            "left.new",
            "from handbook import HERE",
            "handbook.left.new imports handbook, a door of the house: "
            "import from the room that knows.",
        ),
        (
            "attic.new",
            "import handbook.left.under",
            "handbook.attic stands on no layer: give it its place in pyproject.toml.",
        ),
        ("stray", "", "handbook.stray stands on no layer: give it its place in pyproject.toml."),
    ],
    ids=["upward", "in a function", "beside", "door", "no place", "no room"],
)
def test_module_against_the_order_is_told(
    house: Path, module: str, line: str, sentence: str
) -> None:
    write(house.joinpath("handbook", *module.split(".")).with_suffix(".py"), line)
    status, _, wrong = tell(house)
    assert (status, wrong) == (1, [sentence])


def test_module_that_only_hands_on_is_told(house: Path) -> None:
    path = house / "handbook" / "upper" / "old_name.py"
    path.write_text('"""Moved."""\n\nfrom handbook.left.under import HERE\n\n__all__ = ["HERE"]\n')
    said = "handbook.upper.old_name only hands on what it imports: import it from where it is."
    status, _, wrong = tell(house)
    assert (status, wrong) == (1, [said])


@pytest.mark.parametrize("known", [False, True])
def test_what_is_found_by_its_place_has_its_imports_to_itself(house: Path, known: bool) -> None:
    upper = house / "handbook" / "upper"
    below = "import handbook.left.under"
    write(upper / "rules" / "long.py", below)
    write(upper / "lands" / "sea" / "law.py", below, "import handbook.upper.lands.sea.days")
    write(upper / "lands" / "sea" / "days.py", below)
    (upper / "lands" / "__init__.py").touch()
    if known:
        write(upper / "over.py", below, "import handbook.upper.lands.sea.days")
    _, drawn, _ = tell(house)
    assert f" {2 if known else 1} imports" in drawn[-1]


@pytest.mark.parametrize(
    ("floors", "modules", "sentence"),
    [
        pytest.param([19], 1, "19 rooms are too many.", id="rooms"),
        pytest.param([1] * 13, 1, "13 floors are too many.", id="floors"),
        pytest.param([9, 9], 1, "81 arrows are too many.", id="arrows"),
        pytest.param([1, 1], 30, "900 imports are too many.", id="imports"),
    ],
)
def test_house_that_outgrows_its_limits_is_told(
    tmp_path: Path, floors: list[int], modules: int, sentence: str
) -> None:
    """So many rooms on each of ``floors``; every module imports all those one floor below."""
    rooms = [
        [f"handbook.room_{n}_{room}" for room in range(count)] for n, count in enumerate(floors)
    ]
    settled(tmp_path, [" | ".join(floor) for floor in rooms])
    parts = [f"part_{n}" for n in range(modules)]
    for floor, below in zip(rooms, [*rooms[1:], []], strict=True):
        known = [f"import {room}.{part}" for room in below for part in parts]
        for room, part in product(floor, parts):
            write(tmp_path.joinpath(*room.split("."), f"{part}.py"), *known)
    tops = [f"import {room}.{part}" for room in rooms[0] for part in parts]
    write(tmp_path / "handbook" / "__main__.py", *tops)
    status, _, wrong = tell(tmp_path)
    assert (status, wrong) == (1, [sentence])
