"""Change the code of a room at random, and see that a fast test notices: by hand only.

`python -m tests.long.mutants ROOM` copies the tree aside, lets mutmut make every small change that
it knows (a mutant), tries a sample of them against the tests of the rooms that build on ROOM, and
prints how many were noticed and each that was not, as a diff.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
NEEDED = "mutmut==3.8.1"
TESTS = ("company", "calendar", "checks", "pages", "reading")  # rooms whose tests run in any case
_COPIED = (
    ".ci", "README.md", "bench", "docs", "macros", "mkdocs.yml", "overrides", "policy_data",
    "pyproject.toml", "tests",
)  # fmt: skip
NOTICED = ("killed", "timeout")
_NO_NAME = "no-mutant"  # mutmut knows the names only once it has made the mutants


def write_tree(folder: Path, room: str, tests: list[str]) -> None:
    """The tree of this folder in another, with mutmut's settings."""
    for name in ("handbook", *_COPIED):
        if (ROOT / name).is_dir():
            unwanted = shutil.ignore_patterns("__pycache__", "node_modules")
            shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
        else:
            shutil.copy(ROOT / name, folder)
    settings = {
        "source_paths": ["handbook"],
        "only_mutate": [f"handbook/{room}/*"],
        "also_copy": [*_COPIED],
        "pytest_add_cli_args_test_selection": tests,
        "process_isolation": "forkserver",  # what other tests have kept would hide a mutant
    }
    lines = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[tool.mutmut]\n{lines}use_git_change_detection = false\n")


def mutmut(folder: Path, *words: str) -> str:
    """What a command of mutmut prints; its mutants come before an installed handbook."""
    path = {"PYTHONPATH": str(folder / "mutants"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "mutmut", *words]
    done = subprocess.run(  # it ends with an error wherever a mutant's name is unknown, too
        command, cwd=folder, env={**os.environ, **path}, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout


def verdicts(folder: Path) -> dict[str, str]:
    """Mutants by name: ``killed``, ``survived``, ``no tests``, ``timeout``, ``not checked``."""
    lines = mutmut(folder, "results", "--all", "true").splitlines()
    pairs = (line.strip().rpartition(": ") for line in lines if "__mutmut_" in line)
    return {name: verdict for name, _, verdict in pairs}


def sample(folder: Path, number: int, seed: int) -> dict[str, str]:
    """The verdicts on so many mutants, chosen by ``seed``. Ends the program if mutmut fails."""
    print("making mutants, and finding out which tests run what: some minutes", flush=True)
    said = mutmut(folder, "run", _NO_NAME)
    known = sorted(verdicts(folder))
    chosen = set(Random(seed).sample(known, min(number, len(known))))
    if chosen:
        print(f"trying {len(chosen)} of {len(known)}", flush=True)
        said = mutmut(folder, "run", *sorted(chosen))
    found = {name: verdict for name, verdict in verdicts(folder).items() if name in chosen}
    if not found or "not checked" in found.values():
        sys.exit(f"mutmut did not come to an end:\n{said[-4000:]}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Mutants of one room that no fast test notices.")
    parser.add_argument("room", help="a folder of handbook/, such as company")
    parser.add_argument("--number", type=int, default=300, help="how many mutants are tried")
    parser.add_argument("--seed", type=int, default=13, help="another one tries others")
    wanted = parser.parse_args()
    if find_spec("mutmut") is None:
        sys.exit(f"This needs mutmut, which is not installed: pip install {NEEDED}")
    if not any((ROOT / "handbook" / wanted.room).glob("*.py")):
        parser.error(f"handbook/{wanted.room} holds no code")
    rooms = dict.fromkeys((wanted.room.partition("/")[0], *TESTS))
    tests = [f"tests/{room}" for room in rooms if (ROOT / "tests" / room).is_dir()]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "mutants").mkdir()  # Python forgets about places that were not there
        write_tree(folder, wanted.room, tests)
        found = sample(folder, wanted.number, wanted.seed)
        missed = [name for name, verdict in found.items() if verdict not in NOTICED]
        for name in missed:
            print(f"\n{mutmut(folder, 'show', name).strip()}")
    share = 1 - len(missed) / len(found)
    counts = sorted(Counter(found.values()).items())
    print(f"\n{wanted.room}: {share:.0%} of {len(found)} mutants were noticed", end=" (")
    print(", ".join(f"{number} {verdict}" for verdict, number in counts), end=")\n")


if __name__ == "__main__":
    main()
