"""Packages that only tests use, installed by npm from a lock file with hashes."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

from building import ROOT
from lacking import skip

KEPT = ROOT / ".cache" / "npm"


def installed(name: str) -> Path:
    """The node_modules of ``tests/<name>/package-lock.json``; installed once, then kept."""
    npm = shutil.which("npm")
    if npm is None:
        skip("npm, to install what pages and charts are checked with")
    pinned = ROOT / "tests" / name
    lock = (pinned / "package-lock.json").read_bytes()
    folder = KEPT / f"{name}-{hashlib.sha256(lock).hexdigest()[:12]}"
    modules = folder / "node_modules"
    if not (folder / "done").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(pinned, folder, ignore=shutil.ignore_patterns("node_modules"))
        done = subprocess.run(
            [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        (folder / "done").touch()
    return modules
