"""Pages under docs/ that people write: which a site has, and what their macro calls lack."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, meta, nodes

from handbook.engines.mkdocs.build_state import Build, MacroTable
from handbook.engines.mkdocs.reasons import reason_of
from handbook.engines.mkdocs.sandbox import (
    FUNCTIONS,
    CannotRun,
    reading_environment,
    refused,
    run,
)
from handbook.model.kinds import KIND_BY_NAME
from handbook.reading.docs import WrittenPage
from handbook.words.catalogue import Phrase
from handbook.words.facts import Sentence
from handbook.words.near import near
from handbook.words.problem import Place, Problem

_LOADING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


def listed(pages: tuple[WrittenPage, ...]) -> Iterator[tuple[str, str]]:
    """Title and name of each page but the home page, in the order of their names."""
    for page in sorted(pages, key=lambda page: page.name.split("/")):
        if page.name != "index.md":
            yield page.title, page.name


def unknown_id(place: Place, macro: str, kind: str, identity: str, known: list[str]) -> Problem:
    """HB901: a macro is called with an id that is not there."""
    facts: dict[str, object] = {"macro": macro, "kind": Phrase(f"kind.{kind}"), "id": identity}
    return Problem("HB901", place, facts, near(identity, known))


def problems(macros: MacroTable, page: WrittenPage) -> list[Problem]:
    """HB901 to HB905, HB908: everything that can be told of a page before it is run."""
    where = _Lines(page)
    try:
        tree = reading_environment().parse(page.body)
        unknown = meta.find_undeclared_variables(tree)
        return [
            *(where.stopped(stop) for stop in refused(tree)),
            *_loading(tree, where),
            *_unknown(unknown, where, macros),
            *_calls(tree, where, macros),
        ]
    except TemplateSyntaxError as error:
        return [Problem("HB902", where.place(error.lineno), {"reason": reason_of(error)})]
    except Exception as error:  # whatever Jinja can't read is the page's problem
        return [Problem("HB908", where.place(1), {"reason": reason_of(error)})]


def filled_in(build: Build, page: WrittenPage, markdown: str) -> tuple[str, list[Problem]]:
    """A page's Markdown with its macros called, or everything that keeps it from being run."""
    assert build.macros is not None
    if found := problems(build.macros, page):
        return "", found
    where = _Lines(page, markdown)

    def at(line: int) -> None:
        build.line = where.place(line).line

    try:
        return run(markdown, build.macros.table(), at), []
    except CannotRun as stop:
        return "", [where.stopped(stop)]
    finally:
        build.line = 1


class _Lines:
    """The lines of a part of a page, which ends where the page does, as those of the file."""

    def __init__(self, page: WrittenPage, part: str | None = None) -> None:
        self.part = page.body if part is None else part
        self._file = page.place.file
        self._before = max(page.text.count("\n") - self.part.count("\n"), 0)

    def place(self, line: int) -> Place:
        return Place(self._file, self._before + line)

    def stopped(self, stop: CannotRun) -> Problem:
        return Problem("HB908", self.place(stop.line), {"reason": stop.reason}, stop.near)


def _loading(tree: nodes.Template, where: _Lines) -> Iterator[Problem]:
    for node in tree.find_all(_LOADING):
        name = type(node).__name__.lower()
        reason = Sentence("page.loading", {"name": name})
        yield Problem("HB902", where.place(node.lineno), {"reason": reason})


def _unknown(names: set[str], where: _Lines, macros: MacroTable) -> Iterator[Problem]:
    known = [*macros.table(), *FUNCTIONS]
    lines = where.part.splitlines()
    for unknown in sorted(names - set(known)):
        pattern = re.compile(rf"\b{re.escape(unknown)}\b")
        line = next((n for n, found in enumerate(lines, 1) if pattern.search(found)), 1)
        yield Problem("HB903", where.place(line), {"name": unknown}, near(unknown, known))


def _calls(tree: nodes.Template, where: _Lines, macros: MacroTable) -> Iterator[Problem]:
    table = macros.table()
    for call in tree.find_all(nodes.Call):
        macro = table.get(call.node.name) if isinstance(call.node, nodes.Name) else None
        if macro is None:
            continue
        place = where.place(call.lineno)
        if not _fits(macro, call):
            yield Problem("HB905", place, {"macro": macro.__name__})
            continue
        for kind, identity in _meant(macros.kinds_of(macro.__name__), macro.__name__, call):
            if identity not in (known := macros.known(kind)):
                yield unknown_id(place, macro.__name__, kind, identity, known)


def _meant(kinds: tuple[str, ...], macro: str, call: nodes.Call) -> Iterator[tuple[str, str]]:
    """Kinds and ids that a call names in so many words."""
    first = call.args[0] if call.args else None
    if macro == "link" and isinstance(first, nodes.Const):
        kinds = ("page", first.value) if first.value in KIND_BY_NAME else ("page",)
    for kind, word in zip(kinds, call.args, strict=False):
        if isinstance(word, nodes.Const):
            yield kind, str(word.value)


def _fits(macro: Callable[..., Any], call: nodes.Call) -> bool:
    """Whether a call has the arguments that the macro takes."""
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        return True
    try:
        inspect.signature(macro).bind(*call.args, **{k.key: k.value for k in call.kwargs})
    except TypeError:
        return False
    return True
