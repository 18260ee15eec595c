"""The data that the browser compares any two roles with, as files; texts are finished HTML.

``roles.json`` is fetched. From file:// browsers refuse that, so ``roles.js`` hands over the same
string as a script.
"""

from __future__ import annotations

import json
from typing import Any

from handbook.pages.addresses import COMPARE
from handbook.pages.blocks import Blocks
from handbook.pages.layout.chooser_data import DemandData, chooser_data
from handbook.pages.writer import Writer
from handbook.printing.html import HtmlPrinter

NAMES = (f"{COMPARE}roles.json", f"{COMPARE}roles.js")


def files(w: Writer, printer: HtmlPrinter) -> dict[str, str]:
    """The files beside the page of comparisons by path; ``printer`` is that page's."""
    text = json.dumps(_data(w, printer), ensure_ascii=False, separators=(",", ":"))
    script = f'document.dispatchEvent(new CustomEvent("handbook:roles",{{detail:{text}}}));\n'
    return dict(zip(NAMES, (text, script), strict=True))


def _data(w: Writer, printer: HtmlPrinter) -> dict[str, Any]:
    found = chooser_data(w)

    def html(blocks: Blocks) -> str:
        return str(printer.blocks(blocks))

    def demand(one: DemandData) -> dict[str, Any]:
        printed: dict[str, Any] = {"html": html(one.blocks)}
        printed |= {"competency": one.competency} if one.competency else {}
        printed |= {"rank": one.rank} if one.rank else {}
        if one.figure:
            value = str(printer.line(one.value))
            printed |= {"label": one.label, "value": value, "figure": one.figure}
        return printed

    return {
        "roles": {
            identity: {
                "name": role.name,
                "html": html(role.blocks),
                "duties": role.duties,
                "requirements": role.requirements,
            }
            for identity, role in found.roles.items()
        },
        "duties": {identity: {"html": html(blocks)} for identity, blocks in found.duties.items()},
        "requirements": {identity: demand(one) for identity, one in found.requirements.items()},
        "raises": found.raises,
        "grows": found.grows,
        "ways": {step: html(blocks) for step, blocks in found.ways.items()},
    }
