"""What the browser needs to compare any two roles: one file, linear in the data.

``roles.json`` is fetched. From file:// browsers refuse that, so ``roles.js`` hands over the same
string as a script. Texts are finished HTML, printed as on the pages; the script only sorts them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from handbook.model import Requirement
from handbook.pages.addresses import COMPARE
from handbook.pages.compare import duties_in_order, requirements_in_order, steps
from handbook.pages.views.comparison import figure_of, paths_between
from handbook.printing.printer import TEMPLATES, Printer

_FOLDER = COMPARE.removesuffix("index.md")
_PARTS: Any = TEMPLATES.get_template("comparison_parts.html").module
_TEXT: Any = TEMPLATES.get_template("text.html").module


def files(p: Printer) -> dict[str, str]:
    """The files beside the page of comparisons by path; ``p`` prints for that page."""
    text = json.dumps(data(p), ensure_ascii=False, separators=(",", ":"))
    script = f'document.dispatchEvent(new CustomEvent("handbook:roles",{{detail:{text}}}));\n'
    return {f"{_FOLDER}roles.json": text, f"{_FOLDER}roles.js": script}


def data(p: Printer) -> dict[str, Any]:
    """Roles with their ids in the order of their pages, and everything those ids stand for."""
    book = p.book
    does = {i: duties_in_order(book, role) for i, role in book.roles.items()}
    asks = {i: requirements_in_order(book, role) for i, role in book.roles.items()}
    return {
        "roles": {
            identity: {
                "name": p.plain(role.name),
                "html": _html(_PARTS.role(p, role)),
                "duties": does[identity],
                "requirements": asks[identity],
            }
            for identity, role in book.roles.items()
        },
        "duties": {
            i: {"html": _html(_PARTS.duty(p, book.duties[i]))} for i in _each(does.values())
        },
        "requirements": {i: _demand(p, book.requirements[i]) for i in _each(asks.values())},
        # Links of a chain that no role asks still lead from a higher demand to a lower one
        "raises": {
            str(r.id): str(r.expands_on) for r in book.requirements.values() if r.expands_on
        },
        "ways": {
            f"{before}--{after}": _html(
                _PARTS.paths(p, book.roles[before], paths_between(book, paths))
            )
            for (before, after), paths in steps(book).items()
        },
    }


def _demand(p: Printer, requirement: Requirement) -> dict[str, Any]:
    found: dict[str, Any] = {"html": _html(_PARTS.requirement(p, requirement))}
    if asked := figure_of(p.book, requirement):
        found["label"] = str(_PARTS.figure_name(p, asked)).strip()
        found["value"] = _html(_TEXT.value(p, asked.parameter))
        found["figure"] = asked.metric or asked.label
    return found


def _each(lists: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(i for ids in lists for i in ids))


def _html(printed: object) -> str:
    return str(printed).strip()
