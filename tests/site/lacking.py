"""Tests that need a tool which the machine lacks are skipped, or fail where nothing may be."""

from __future__ import annotations

import os

import pytest

NEEDS = "needs"


def skip(tool: str) -> None:
    """Skip for want of a tool, or fail where HANDBOOK_NO_SKIPS says that all tools are there."""
    if os.environ.get("HANDBOOK_NO_SKIPS"):
        pytest.fail(f"{NEEDS} {tool}", pytrace=False)
    pytest.skip(f"{NEEDS} {tool}")
