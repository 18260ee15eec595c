"""A ```mermaid block of a hand-written page, drawn like every other chart."""

from __future__ import annotations

import re
from typing import Any

from handbook.engines.mkdocs.build_state import Build
from handbook.engines.mkdocs.stash import Printed
from handbook.pages.blocks import Figure
from handbook.printing.drawing import NotMermaid
from handbook.printing.problems import problem_note
from handbook.words.problem import Place, Problem

_FENCE = re.compile(r"^\s*(```+|~~~+)\s*\{?\.?mermaid\b")


def mermaid(build: Build, source: str, *_: Any, **__: Any) -> str:
    """pymdownx.superfences' formatter for the language ``mermaid``, once bound to a build."""
    printer = build.site.printer(build.page.url)
    build.fences += 1
    try:
        words = build.site.writer
        title = words.say("process.chart")
        figure = Figure(source, f"drawing-{build.fences}", title, tools=words.zoom())
        printed = Printed(printer.block(figure))
        return build.site.stash.inline(printed) if build.site.stash else printed.html
    except NotMermaid as error:
        place = Place(f"docs/{build.page.file.src_uri}", _line(build.page, build.fences))
        problem = Problem("HB904", place, {"reason": str(error)})
        build.site.page_problems.append(problem)
        return problem_note(problem, build.site.settings.lang)


def _line(page: Any, number: int) -> int:
    """The line of the page's n-th block."""
    lines = page.file.content_string.splitlines()
    found = [n for n, line in enumerate(lines, 1) if _FENCE.match(line)]
    return found[number - 1] if number <= len(found) else 1
