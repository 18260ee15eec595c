"""``template:`` in the head of a hand-written page: the theme must have such a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.structure.files import Files

from handbook.engines.mkdocs.build_state import Build
from handbook.reading.docs import WrittenPage
from handbook.words.problem import Place, Problem

_LINE = re.compile(r"template\s*:")


def wrong_templates(build: Build, files: Files, env: Environment) -> Iterator[tuple[Any, Problem]]:
    """HB910: pages that ask for a template that can't be used, which they no longer do."""
    for file in files.documentation_pages():
        page = file.page
        name = page.meta.get("template") if page else None
        if page is None or name is None:
            continue
        try:
            env.get_template(str(name))
        except TemplateError as error:
            place = _place(build.typed(file), file)
            facts = {"name": str(name), "reason": type(error).__name__}
            del page.meta["template"]
            yield page, Problem("HB910", place, facts)


def _place(page: WrittenPage | None, file: Any) -> Place:
    lines = enumerate(page.text.splitlines() if page else (), 1)
    line = next((n for n, line in lines if _LINE.match(line)), 1)
    return Place(f"docs/{file.src_uri}", line)
