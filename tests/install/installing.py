"""An environment with nothing but the wheel, and what tests ask of folders."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
_OURS = ("HANDBOOK_", "PYTHON", "SOURCE_DATE_EPOCH")
_MADE = ("site/", ".cache/")  # in a handbook's folder by the program
_SCRIPT = re.compile(r'<script src="([^":?]+)"')


def said(*command: str | Path, cwd: Path) -> tuple[int, str]:
    """The status of a command and what it says; it hears nothing of who runs the tests."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(_OURS)}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**environment, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


def run(*command: str | Path, cwd: Path) -> str:
    """What a command says; it must end well."""
    status, text = said(*command, cwd=cwd)
    assert status == 0, text
    return text


@dataclass(frozen=True)
class Environment:
    """An environment with the program installed; ``packages`` is its site-packages."""

    scripts: Path
    packages: Path

    def handbook(self, *arguments: str, cwd: Path) -> str:
        """What a command of ours says; it must end well."""
        return run(self.scripts / "handbook", *arguments, cwd=cwd)

    def mkdocs(self, *arguments: str, cwd: Path) -> str:
        """What MkDocs' own command says; it must end well."""
        return run(self.scripts / "python", "-m", "mkdocs", *arguments, cwd=cwd)


def environment(folder: Path, wheel: Path) -> Environment:
    """Only the wheel is installed; what it depends on is lent by the environment of the tests.

    A path in a .pth file brings packages, but not what .pth files beside them bring: this folder.
    """
    venv.create(folder, symlinks=os.name != "nt")
    places = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", places))
    lent = sysconfig.get_path("purelib")
    (packages / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    options = ("--python", folder, "install", "--quiet", "--no-deps", "--no-index")
    run(*PIP, *options, wheel, cwd=folder)
    return Environment(Path(sysconfig.get_path("scripts", "venv", places)), packages)


@dataclass(frozen=True)
class Begun:
    """A handbook's folder after ``handbook init``, which wrote the ``policy``, and a build."""

    folder: Path
    policy: dict[str, bytes]

    @property
    def site(self) -> Path:
        """The only site; what is hidden beside it is a lock."""
        return next(path for path in (self.folder / "site").iterdir() if path.name[0] != ".")


def files(folder: Path) -> dict[str, bytes]:
    """Every file's bytes by its path in a folder; what Python keeps beside sources is left out."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in named.items() if "__pycache__" not in name}


def policy(folder: Path) -> dict[str, bytes]:
    """What belongs to the company in a handbook's folder."""
    return {name: raw for name, raw in files(folder).items() if not name.startswith(_MADE)}


def missing_scripts(site: Path) -> list[str]:
    """The scripts that pages name and that are not there."""
    return [
        f"{page}: {script}"
        for page, text in files(site).items()
        if page.endswith(".html")
        for script in _SCRIPT.findall(text.decode())
        if not (site / page).parent.joinpath(script).is_file()
    ]
