"""A ```mermaid block of a hand-written page, drawn like every other chart."""

from __future__ import annotations

import re
from typing import Any

from handbook.drawing import NotMermaid
from handbook.problem import Place, Problem
from macros.library import line_of
from macros.site import Site

_now: tuple[Site, Any] | None = None
_drawn = 0


def on_page(site: Site, page: Any) -> None:
    """Say which page is being made: Markdown does not tell its fences."""
    global _now, _drawn
    _now, _drawn = (site, page), 0


def mermaid(source: str, *_: Any, **__: Any) -> str:
    """pymdownx.superfences' formatter for the language ``mermaid``."""
    global _drawn  # noqa: PLW0603
    assert _now is not None
    site, page = _now
    printer = site.printer(page.url)
    _drawn += 1
    try:
        return str(printer.drawing(source, f"drawing-{_drawn}", {})).strip()
    except NotMermaid as error:
        first = source.strip().splitlines()[0] if source.strip() else "```mermaid"
        line = line_of(re.compile(re.escape(first)), page.file.content_string)
        place = Place(f"docs/{page.file.src_uri}", line)
        problem = Problem("HB904", place, {"reason": str(error)})
        site.page_problems.append(problem)
        return str(printer.render("problem.html", problem=problem)).strip()
