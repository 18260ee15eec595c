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
from handbook.pages.layout.comparison_parts import figure_name, role_side, thing_side, ways
from handbook.pages.views.comparison import figure_of, paths_between
from handbook.pages.writer import Writer
from handbook.printing.html import HtmlPrinter


def files(w: Writer, printer: HtmlPrinter) -> dict[str, str]:
    """The files beside the page of comparisons by path; ``printer`` prints for that page."""
    text = json.dumps(data(w, printer), ensure_ascii=False, separators=(",", ":"))
    script = f'document.dispatchEvent(new CustomEvent("handbook:roles",{{detail:{text}}}));\n'
    return {f"{COMPARE}roles.json": text, f"{COMPARE}roles.js": script}


def data(w: Writer, printer: HtmlPrinter) -> dict[str, Any]:
    """Roles with their ids in the order of their pages, and everything those ids stand for."""
    book, html = w.book, printer.blocks
    does = {i: duties_in_order(book, role) for i, role in book.roles.items()}
    asks = {i: requirements_in_order(book, role) for i, role in book.roles.items()}
    return {
        "roles": {
            identity: {
                "name": w.plain(role.name),
                "html": html(role_side(w, role)),
                "duties": does[identity],
                "requirements": asks[identity],
            }
            for identity, role in book.roles.items()
        },
        "duties": {i: {"html": html(thing_side(w, book.duties[i]))} for i in _each(does.values())},
        "requirements": {
            i: _demand(w, printer, book.requirements[i]) for i in _each(asks.values())
        },
        # Links of a chain that no role asks still lead from a higher demand to a lower one
        "raises": {
            str(r.id): str(r.expands_on) for r in book.requirements.values() if r.expands_on
        },
        "ways": {
            f"{before}--{after}": html(ways(w, book.roles[before], paths_between(book, paths)))
            for (before, after), paths in steps(book).items()
        },
    }


def _demand(w: Writer, printer: HtmlPrinter, requirement: Requirement) -> dict[str, Any]:
    found: dict[str, Any] = {"html": printer.blocks(thing_side(w, requirement))}
    if asked := figure_of(w.book, requirement):
        found["label"] = figure_name(w, asked)
        found["value"] = printer.line(w.value(asked.parameter))
        found["figure"] = asked.metric or asked.label
    return found


def _each(lists: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(i for ids in lists for i in ids))
