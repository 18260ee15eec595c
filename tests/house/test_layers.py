"""The contracts of pyproject.toml: an import against the layers, or of an engine, is named."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint_with(house: Path, module: str, line: str) -> str:
    """What import-linter says of a copy of this house with one more line in ``module``."""
    shutil.copy(ROOT / "pyproject.toml", house)
    for package in ("bench", "handbook", "macros"):
        for path in (ROOT / package).rglob("*.py"):
            (house / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, house / path.relative_to(ROOT))
    with (house / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=house, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("module", "other"),
    [
        ("handbook.words.near", "handbook.pages.charts.mermaid"),
        ("handbook.checks.rule", "handbook.authoring.schema"),
        ("handbook.pages.charts.mermaid", "handbook.engines.mkdocs.stash"),
        ("handbook.engines.mkdocs.theme", "macros.library"),
        ("macros.library", "handbook.cli.app"),
        ("handbook.cli.app", "bench.growth"),
    ],
)
def test_import_against_the_layers_is_named(tmp_path: Path, module: str, other: str) -> None:
    path = module.replace(".", "/") + ".py"
    said = lint_with(tmp_path, path, f"def late() -> None:\n    import {other}")
    assert "No import points upward BROKEN" in said
    assert f"{module} -> {other} " in said


@pytest.mark.parametrize("module", ["words.near", "printing.escape", "cli.serve"])
@pytest.mark.parametrize("engine", ["mkdocs.utils", "mkdocs_macros", "material", "zensical"])
def test_engine_outside_its_room_is_named(tmp_path: Path, module: str, engine: str) -> None:
    said = lint_with(tmp_path, f"handbook/{module.replace('.', '/')}.py", f"import {engine}")
    assert f"handbook.{module} -> {engine.partition('.')[0]} " in said


@pytest.mark.parametrize(
    "module", ["handbook/engines/mkdocs/theme", "macros/library", "bench/growth"]
)
def test_engine_in_its_room_is_fine(tmp_path: Path, module: str) -> None:
    said = lint_with(tmp_path, f"{module}.py", "import zensical, material.plugins")
    assert "know the engines that build sites KEPT" in said
