"""The policy that HR edits, in place of the tests' own."""

from __future__ import annotations

import pytest
from places import SHIPPED

from handbook.reading.library import Library, load


@pytest.fixture(scope="session")
def real_library() -> Library:
    return load(SHIPPED)
