"""Five seconds of what `python -m tests.long.fuzz --minutes 20` does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_spoilt_project_is_told_and_nothing_else_happens() -> None:
    command = [sys.executable, "-m", "tests.long.fuzz", "--minutes", "0.08", "--seed", "1"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "cases: " in found.stdout
