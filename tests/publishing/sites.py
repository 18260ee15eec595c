"""Small sites that are published for tests, and what lies on the disk afterwards."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from handbook.publishing.notes import Note
from handbook.publishing.record import Owner
from handbook.publishing.staging import staged

ACME = Owner("acme", "employee", draft=False)
OLD = {"index.html": "old", "roles/agent.html": "old", "roles/gone.html": "old", "a/b.js": "same"}
NEW = {"index.html": "new", "roles/agent.html": "new", "a/b.js": "same", "new/page.html": "new"}
FOREIGN = {".git/HEAD": "ref", "CNAME": "acme.example", "roles/contract.pdf": "signed"}


def fill(folder: Path, files: Mapping[str, str]) -> None:
    """Write files by their paths."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def publish(target: Path, files: Mapping[str, str], owner: Owner = ACME) -> list[Note]:
    """Build these files and put them in place."""
    with staged(target, owner) as staging:
        fill(staging.folder, files)
    return staging.notes


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder but the record; links and empty folders are named, too."""
    found: dict[str, str] = {}
    for top, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(top, name)
            key = path.relative_to(folder).as_posix()
            if path.is_symlink():
                found[key] = f"-> {path.readlink()}"
            elif path.is_dir():
                found |= {} if any(path.iterdir()) else {f"{key}/": ""}
            elif path.is_file() and key != ".handbook-site":
                found[key] = path.read_text(encoding="utf-8")
    return found


def beside(target: Path) -> list[str]:
    """What stands beside a site, without its lock."""
    return sorted(p.name for p in target.parent.iterdir() if p.suffix != ".lock" and p != target)
