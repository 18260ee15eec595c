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
    source = build.stash.plain(source)  # a value may stand in a drawing
    build.fences += 1
    try:
        words = build.site.writer
        title = words.say("process.chart")
        figure = Figure(source, f"drawing-{build.fences}", title, tools=words.zoom())
        blocks = (figure,)
        return build.stash.inline(Printed.of(blocks, printer.blocks(blocks), ()))
    except NotMermaid as error:
        place = _place(build)
        problem = Problem("HB904", place, {"reason": str(error)})
        build.page_problems.append(problem)
        return problem_note(problem, build.site.settings.lang)


def _place(build: Build) -> Place:
    """The line of the block that is being drawn."""
    assert build.written is not None
    lines = enumerate(build.written.text.split("\n"), 1)
    found = [n for n, line in lines if _FENCE.match(line)]
    line = found[build.fences - 1] if build.fences <= len(found) else 1
    return Place(build.written.place.file, line)
