"""What the program brings along: theme, settings, macros, example.

A clone has it beside the package, where people work on it; the wheel has it inside, in the same
order (pyproject.toml), so that nothing called ``macros`` or ``docs`` lands in site-packages.
"""

from __future__ import annotations

from pathlib import Path

_HOUSE = Path(__file__).resolve().parents[1]
_INSIDE = _HOUSE / "shipped"
INSTALLED = _INSIDE.is_dir()
MACROS = "handbook.shipped.macros" if INSTALLED else "macros"  # what a site's settings call it


def shipped(name: str) -> Path:
    """Where a file or folder of the program is: ``mkdocs.yml``, ``overrides``, ``policy_data``."""
    return (_INSIDE if INSTALLED else _HOUSE.parent) / name
