"""What stands in blocks that an engine may have to know: headings, ids to link to, features."""

from __future__ import annotations

from dataclasses import dataclass, field

from handbook.pages.blocks import (
    Blocks,
    Facts,
    Figure,
    Fold,
    Heading,
    Listing,
    Section,
    Table,
)

_FIGURES = "chart-zoom"  # the feature that every figure has


@dataclass(slots=True)
class Survey:
    """In reading order: headings that links reach, ids, names of features."""

    headings: list[Heading] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    features: dict[str, None] = field(default_factory=dict)


def surveyed(blocks: Blocks) -> Survey:
    """Look through blocks and all that stands in them."""
    found = Survey()
    _look(blocks, found)
    return found


def _look(blocks: Blocks, found: Survey) -> None:
    for block in blocks:
        if identity := getattr(block, "id", ""):
            found.ids.add(identity)
            if isinstance(block, Heading):
                found.headings.append(block)
        if feature := _FIGURES if isinstance(block, Figure) else getattr(block, "feature", ""):
            found.features[feature] = None
        if isinstance(block, Section | Fold):
            _look(block.blocks, found)
        elif isinstance(block, Listing):
            for item in block.items:
                found.ids.add(item.id)
                _look(item.blocks, found)
        elif isinstance(block, Facts):
            for fact in block.rows:
                _look(fact.blocks, found)
        elif isinstance(block, Table):
            for row in block.rows:
                found.ids.add(row.id)
                for cell in row.cells:
                    _look(cell.blocks, found)
