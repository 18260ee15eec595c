"""0 → 1: the data says its format. All fields stay as they are."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any


def migrate(documents: MutableMapping[str, Any]) -> None:
    """Nothing to change: plan.py writes the number of the last step into format.yml."""
