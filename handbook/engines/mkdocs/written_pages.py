"""Pages under docs/ that people write: their place in the navigation, and their macro calls."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from handbook.engines.mkdocs.build_state import MacroTable
from handbook.engines.mkdocs.sandbox import FUNCTIONS, CannotRun, run
from handbook.model.kinds import KIND_BY_NAME
from handbook.reading.docs import docs_in
from handbook.reading.folder import content_of
from handbook.words.catalogue import Phrase
from handbook.words.near import near
from handbook.words.problem import Place, Problem

_LOADING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_ATTRIBUTES = re.compile(r"\{:[^}]*\}\s*$")


def listed(docs: Path) -> Iterator[tuple[str, str]]:
    """Title and name of each page but the home page, in the order of their names."""
    for page in sorted(docs_in(docs).pages, key=lambda page: page.path):
        name = "/".join(page.parts)
        if name != "index.md":
            lines = content_of(page.path).decode("utf-8", "replace").splitlines()
            headings = (_ATTRIBUTES.sub("", line[2:]) for line in lines if line.startswith("# "))
            yield next(headings, page.path.stem).strip(), name


def unreadable(file: Any) -> Problem | None:
    """HB102: a page that is not UTF-8, with the line that can't be read."""
    try:
        file.content_string  # noqa: B018 - MkDocs reads the file here
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Problem("HB102", Place(f"docs/{file.src_uri}", line))
    return None


def unknown_id(place: Place, macro: str, kind: str, identity: str, known: list[str]) -> Problem:
    """HB901: a macro is called with an id that is not there."""
    facts: dict[str, object] = {"macro": macro, "kind": Phrase(f"kind.{kind}"), "id": identity}
    return Problem("HB901", place, facts, near(identity, known))


def problems(macros: MacroTable, page: Any) -> list[Problem]:
    """HB901 to HB905: everything that can be told of a page's macro calls before they are made.

    Found here because mkdocs-macros would print an English traceback into the page.
    """
    text, name = page.file.content_string, f"docs/{page.file.src_uri}"
    try:
        tree = Environment().parse(text)  # noqa: S701 - only read
        meta.find_undeclared_variables(tree)  # looks at filters and tests, too
    except TemplateSyntaxError as error:
        return [Problem("HB902", Place(name, error.lineno), {"reason": error.message or ""})]
    return [*_loading(tree, name), *_unknown(tree, text, name, macros), *_calls(tree, name, macros)]


def filled_in(macros: MacroTable, page: Any, markdown: str) -> tuple[str, list[Problem]]:
    """A page's Markdown with its macros called; HB908 where that fails while it runs."""
    try:
        return run(markdown, macros.table()), []
    except CannotRun as error:
        head = page.file.content_string.count("\n") - markdown.count("\n")
        place = Place(f"docs/{page.file.src_uri}", max(head, 0) + error.line)
        return "", [Problem("HB908", place, {"reason": error.reason})]


def _loading(tree: nodes.Template, name: str) -> Iterator[Problem]:
    for node in tree.find_all(_LOADING):
        yield Problem("HB902", Place(name, node.lineno), {"reason": type(node).__name__.lower()})


def _unknown(tree: nodes.Template, text: str, name: str, macros: MacroTable) -> Iterator[Problem]:
    known = [*macros.table(), *FUNCTIONS]
    for unknown in sorted(meta.find_undeclared_variables(tree) - set(known)):
        pattern = re.compile(rf"\b{re.escape(unknown)}\b")
        lines = text.splitlines()
        line = next((n for n, found in enumerate(lines, 1) if pattern.search(found)), 1)
        yield Problem("HB903", Place(name, line), {"name": unknown}, near(unknown, known))


def _calls(tree: nodes.Template, name: str, macros: MacroTable) -> Iterator[Problem]:
    table = macros.table()
    for call in tree.find_all(nodes.Call):
        macro = table.get(call.node.name) if isinstance(call.node, nodes.Name) else None
        if macro is None:
            continue
        place = Place(name, call.lineno)
        if not _fits(macro, call):
            yield Problem("HB905", place, {"macro": macro.__name__})
        elif call.args and isinstance(call.args[0], nodes.Const):
            kind, identity = _meant(macros, macro.__name__, call)
            if kind and identity is not None and identity not in (known := macros.known(kind)):
                yield unknown_id(place, macro.__name__, kind, identity, known)


def _meant(macros: MacroTable, macro: str, call: nodes.Call) -> tuple[str | None, str | None]:
    """Kind and id that a call names in so many words."""
    words = [a.value for a in call.args if isinstance(a, nodes.Const)]
    if macro != "link":
        return macros.kind_of(macro), str(words[0])
    if words[0] not in KIND_BY_NAME:
        return "page", str(words[0])
    return str(words[0]), (str(words[1]) if len(words) > 1 else None)


def _fits(macro: Callable[..., Any], call: nodes.Call) -> bool:
    """Whether a call has the arguments that the macro takes."""
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        return True
    try:
        inspect.signature(macro).bind(*call.args, **{k.key: k.value for k in call.kwargs})
    except TypeError:
        return False
    return True
