"""Spoil a project at random, and see that every mistake is told: `python -m tests.long.fuzz`.

Each case has a number from which all of it follows; a failure prints the least that shows it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

from typer.testing import CliRunner, Result

from handbook.cli.app import app
from tests.long.mutations import CANARY, OF_DATA, OF_PAGES, OF_SETTINGS, Mutation

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "data" / "good"
SECONDS = 10  # that one command may take
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Failure(Exception):
    """The handbook did what it must never do."""


class _TooSlow(BaseException):
    """No ``except Exception`` keeps it."""


class Bench:
    """A scratch folder with one project in it, which is made anew for every case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.project = self.folder / "project"
        self.counts: Counter[str] = Counter()
        self._outside: list[str] = []
        self._watching = False
        (self.folder / "tmp").mkdir()
        tempfile.tempdir = str(self.folder / "tmp")
        self._original = self.folder / "original"
        data = self._original / "policy_data"
        shutil.copytree(GOOD, data)
        shutil.copytree(data / "companies" / "acme", data / "companies" / "bolt")
        bolt = data / "companies" / "bolt" / "company.yml"
        bolt.write_text(bolt.read_text("utf-8").replace("id: acme", "id: bolt"), encoding="utf-8")
        shutil.copy(ROOT / "mkdocs.yml", self._original)
        shutil.copytree(ROOT / "docs", self._original / "docs")
        page = self._original / "docs" / "help.md"  # without values that the good data lacks
        page.write_text(
            page.read_text("utf-8").replace("probation_months", "apply_days"), encoding="utf-8"
        )
        for name in ("overrides", "macros", "handbook"):
            (self._original / name).symlink_to(ROOT / name)
        (self.folder / "secret.txt").write_text(CANARY)
        sys.addaudithook(self._audit)

    def run(self, number: int, only: list[int] | None = None) -> list[str]:
        """One case; gives the names of its mutations. Raises Failure."""
        random = Random(number)
        parts = random.choice(
            (OF_DATA, OF_DATA, OF_PAGES, OF_PAGES, (*OF_SETTINGS, *OF_PAGES), (*OF_PAGES, *OF_DATA))
        )
        chosen = [
            (random.choice(parts), random.random()) for _ in range(random.choice((1, 1, 1, 2, 3)))
        ]
        self._begin(fast=parts is OF_DATA and random.random() < 0.8)
        for index, (mutation, seed) in enumerate(chosen):
            if only is None or index in only:
                self._mutate(mutation, seed)
        self._try(random)
        self.counts["cases"] += 1
        return [mutation.__name__ for mutation, _ in chosen]

    def _begin(self, *, fast: bool) -> None:
        os.chdir(self.folder)
        for path in self.folder.glob("away-*"):
            shutil.rmtree(
                path, ignore_errors=True
            ) if path.is_dir() and not path.is_symlink() else path.unlink()
        shutil.rmtree(self.project, ignore_errors=True)
        shutil.copytree(self._original, self.project, symlinks=True)
        if fast:  # nothing but the data is looked at
            (self.project / "mkdocs.yml").unlink()
        os.chdir(self.project)

    def _mutate(self, mutation: Mutation, seed: float) -> None:
        self.counts["mutations"] += 1
        try:
            mutation(Random(seed), self.project)
        finally:
            os.chdir(self.project)

    def _try(self, random: Random) -> None:
        before = self._seen()
        as_json = random.random() < 0.3
        result = self._command("check", *(("--format", "json") if as_json else ()))
        if as_json and result.exit_code in (0, 1):
            self._look_at(json.loads(result.stdout or "[]"))
        if self._seen() != before:
            raise Failure("check changed the project")
        self.counts[f"status {result.exit_code}"] += 1
        has_settings = (self.project / "mkdocs.yml").exists()
        if result.exit_code == 0 and has_settings and random.random() < 0.35:
            self._build(random)
        elif result.exit_code == 1 and has_settings and random.random() < 0.03:
            self._command("build", "--company", "acme")

    def _build(self, random: Random) -> None:
        """What check passes, build builds; a draft as a draft."""
        self.counts["builds"] += 1
        company = self.project / "policy_data" / "companies" / "acme" / "company.yml"
        if not company.is_file():
            return
        draft = re.search(r"^draft: *true", company.read_text("utf-8", "replace"), re.MULTILINE)
        edition = ("--edition", "hr") if random.random() < 0.25 else ()
        result = self._command(
            "build", "--company", "acme", *(("--draft",) if draft else ()), *edition
        )
        if result.exit_code != 0:
            raise Failure(f"check passed, build did not:\n{result.output}")
        for path in (self.project / "site").rglob("*"):
            if path.is_symlink() or (path.is_file() and CANARY.encode() in path.read_bytes()):
                raise Failure(f"{path.name} of the site holds what lies outside")

    def _command(self, *arguments: str) -> Result:
        self._outside.clear()
        with self._bounded(arguments):
            result = CliRunner().invoke(app, list(arguments))
        error = result.exception
        if error is not None and not isinstance(error, SystemExit):
            lines = "".join(traceback.format_exception(error))
            raise Failure(f"{' '.join(arguments)}: foreign exception\n{lines}")
        if result.exit_code not in (0, 1, 2):
            raise Failure(f"{arguments}: status {result.exit_code}")
        if "Traceback (most" in result.output:
            raise Failure(f"{arguments}: a traceback\n{result.output}")
        if found := _CONTROLS.search(result.output):
            raise Failure(
                f"{arguments}: U+{ord(found[0]):04X} reaches the terminal\n{result.output!r}"
            )
        if CANARY in result.output:
            raise Failure(f"{arguments}: what lies outside is printed\n{result.output}")
        if result.exit_code and not result.output.strip():
            raise Failure(f"{arguments}: status {result.exit_code} without a word")
        if self._outside:
            raise Failure(f"{arguments}: writes outside: {self._outside[:3]}")
        return result

    @contextmanager
    def _bounded(self, arguments: tuple[str, ...]) -> Iterator[None]:
        def ring(_: int, frame: FrameType | None) -> None:
            raise _TooSlow("".join(traceback.format_stack(frame)[-12:]))

        before = signal.signal(signal.SIGALRM, ring)
        signal.alarm(SECONDS)
        self._watching = True
        try:
            yield
        except _TooSlow as error:
            raise Failure(f"{arguments}: more than {SECONDS} s\n{error}") from None
        finally:
            self._watching = False
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)

    def _look_at(self, findings: list[dict[str, Any]]) -> None:
        for one in findings:
            path, line = Path(one["file"]), one["line"]
            if not (os.path.lexists(path) or os.path.lexists(path.parent)) or line < 1:
                raise Failure(f"a finding without a place: {one}")
            if not one["code"].startswith("HB"):
                raise Failure(f"a finding without a code: {one}")

    def _seen(self) -> dict[str, tuple[int, int, int]]:
        """Everything that people have written, as it is."""
        found = {}
        for top in ("policy_data", "docs", "mkdocs.yml"):
            for folder, folders, files in os.walk(self.project / top):
                for name in (*folders, *files):
                    info = os.lstat(path := os.path.join(folder, name))
                    found[path] = (info.st_mode, info.st_size, info.st_mtime_ns)
        return found

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._watching:
            return
        if event == "open" and isinstance(arguments[0], (str, bytes)):
            flags = arguments[2] if isinstance(arguments[2], int) else 0
            if flags & _WRITING:
                self._note(arguments[0])
        elif event in (
            "os.rename",
            "os.remove",
            "os.mkdir",
            "os.rmdir",
            "os.symlink",
            "os.truncate",
            "os.link",
        ):
            self._note(arguments[0] if event != "os.symlink" else arguments[1])

    def _note(self, path: object) -> None:
        if isinstance(path, (str, bytes, os.PathLike)):
            whole = os.path.abspath(os.fsdecode(path))
            relative = not os.path.isabs(os.fsdecode(path))  # may be below an open folder
            if (
                not relative
                and not whole.startswith((str(self.folder), "/dev/"))
                and "__pycache__" not in whole
            ):
                self._outside.append(whole)


def least(bench: Bench, number: int, mutations: int) -> list[int]:
    """The fewest of a case's mutations that still fail."""
    needed = list(range(mutations))
    for index in list(needed):
        fewer = [one for one in needed if one != index]
        try:
            bench.run(number, fewer)
        except Failure:
            needed = fewer
    return needed


def fuzz(
    folder: Path, first: int, seconds: float, *, stop: bool = True
) -> tuple[Counter[str], list[str]]:
    """Try cases from ``first`` on until the time is over; gives counts and failures."""
    bench, failures, end, number = Bench(folder), [], time.monotonic() + seconds, first
    while time.monotonic() < end:
        (bench.folder / "last").write_text(str(number))
        try:
            bench.run(number)
        except Failure as failure:
            needed = least(bench, number, 3)
            with_least = f"--seed {number} --only {' '.join(map(str, needed))}"
            failures.append(f"python -m tests.long.fuzz {with_least}\n{failure}")
            print(failures[-1], flush=True)
            if stop:
                break
        number += 1
    os.chdir(ROOT)
    return bench.counts, failures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", type=int, nargs="*", help="the mutations of this one case; keeps the folder"
    )
    parser.add_argument("--go-on", action="store_true", help="after a failure, too")
    given = parser.parse_args()
    if given.only is not None:
        bench = Bench(folder := Path(tempfile.mkdtemp()))
        print("in", folder)
        bench.run(given.seed, given.only)
        return 0
    with tempfile.TemporaryDirectory() as name:
        counts, failures = fuzz(Path(name), given.seed, given.minutes * 60, stop=not given.go_on)
    print(*(f"{what}: {n}" for what, n in sorted(counts.items())), sep=", ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
