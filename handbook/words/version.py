"""The program's version, as its package and its reports tell it."""

from __future__ import annotations

VERSION = "0.1.0"
