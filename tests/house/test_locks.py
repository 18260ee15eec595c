"""What is installed is pinned by its hash, and no lock file says where it is to come from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NPM = [ROOT / "package-lock.json", *sorted(ROOT.glob("tests/*/package-lock.json"))]
PIP = sorted(ROOT.glob("requirements*.txt"))


@pytest.mark.parametrize("lock", NPM, ids=lambda lock: lock.relative_to(ROOT).as_posix())
def test_packages_of_npm(lock: Path) -> None:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    installed = [one for name, one in packages.items() if name]
    assert installed
    assert all("integrity" in one and "resolved" not in one for one in installed)


@pytest.mark.parametrize("lock", PIP, ids=lambda lock: lock.name)
def test_packages_of_python(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
    assert "--index-url" not in text
