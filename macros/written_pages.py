"""Pages under docs/ that people write: their place in the navigation, and their macro calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta

from handbook.near import near
from handbook.problem import Place, Problem
from macros.library import Macros, line_of
from macros.site import Site


def listed(docs: Path) -> Iterator[tuple[str, str]]:
    """Title and name of each page but the home page, in the order of their names."""
    for path in sorted(docs.glob("*.md")):
        if path.name != "index.md":
            lines = path.read_text(encoding="utf-8").splitlines()
            headings = (line[2:].strip() for line in lines if line.startswith("# "))
            yield next(headings, path.stem), path.name


def problems(site: Site, page: Any) -> list[Problem]:
    """HB902 Jinja that can't be read, HB903 a name that no macro has.

    Found before mkdocs-macros renders the page, which would print an English traceback into it.
    """
    text = page.file.content_string
    name = f"docs/{page.file.src_uri}"
    try:
        names = meta.find_undeclared_variables(Environment().parse(text))  # noqa: S701 - only read
    except TemplateSyntaxError as error:
        return [Problem("HB902", Place(name, error.lineno), {"reason": error.message or ""})]
    known = [*Macros(site, lambda: page).table(), "handbook", "page", "config"]
    return [
        Problem(
            "HB903",
            Place(name, line_of(re.compile(rf"\b{re.escape(unknown)}\b"), text)),
            {"name": unknown},
            near(unknown, known),
        )
        for unknown in sorted(names - set(known))
    ]
