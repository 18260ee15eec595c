"""PageHead: what may stand at the top of a hand-written page."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from handbook.model.base import Model, Word


class PageSearch(Model):
    """How the search treats a page: left out, or shown before others."""

    exclude: bool = False
    boost: float = Field(default=1, ge=0, le=100)


class PageHead(Model):
    """Settings of one page. ``companies`` are those whose site has it; empty for all of them."""

    title: Word | None = None
    description: Word | None = None
    template: Word | None = None
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = Field(default=(), strict=False)
    search: PageSearch | None = None
    companies: tuple[Word, ...] = Field(default=(), strict=False, min_length=1)

    @property
    def settings(self) -> dict[str, Any]:
        """What was written, for the engine that builds the site."""
        own = {"companies"}
        return self.model_dump(mode="json", exclude=own, exclude_none=True, exclude_defaults=True)
