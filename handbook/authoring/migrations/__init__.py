"""Data of an older format becomes that of this program: one module a step, in this order.

A step is a function over documents by their path below policy_data, which it changes. Documents are
mappings and lists and nothing else, so that snapshots of a handbook can take the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any

from handbook.authoring.migrations import m0001_format, m0002_competencies

Documents = MutableMapping[str, Any]


@dataclass(frozen=True, slots=True)
class Migration:
    """The step to format ``number``; the catalogue says under ``migration.<number>`` what for."""

    number: int
    migrate: Callable[[Documents], None]


MIGRATIONS = (
    Migration(1, m0001_format.migrate),
    Migration(2, m0002_competencies.migrate),
)


def upgrade(
    documents: Documents, since: int, migrations: Iterable[Migration] = MIGRATIONS
) -> tuple[int, ...]:
    """Take ``documents`` from format ``since`` to the last one; gives the steps that were made."""
    steps = tuple(step for step in migrations if step.number > since)
    for step in steps:
        step.migrate(documents)
    return tuple(step.number for step in steps)
