"""Mermaid text → SVG for a page: no script, colours left to the style sheet, drawn once.

The only module that knows mermaid-render's markup, which changes between its releases.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree as ET

from mermaid_render import mermaid_to_svg
from mermaid_render.renderer import RenderError

from handbook.printing.kept import keep, kept

_SVG = "http://www.w3.org/2000/svg"
# Each colour of the theme "neutral" is used for one purpose only, so it tells the purpose.
_PURPOSES = {
    "#FFFFFF": "ground",
    "#222222": "text",
    "#666666": "muted",
    "#444444": "line",
    "#F3F3F3": "surface",
    "#E6E6E6": "surface-2",
    "#888888": "border",
    "#555555": "accent",
}
_COLOUR = re.compile("|".join(_PURPOSES))

_REVISION = 3  # counts up when what this module does to a drawing changes
ET.register_namespace("", _SVG)


@dataclass(frozen=True, slots=True)
class BoxLink:
    """Where a box leads, and the step that it stands for, which scripts find it by."""

    href: str
    step: str | None = None


class NotMermaid(Exception):
    """The text is not a diagram that can be drawn; the message says where and why."""


def draw(source: str, cache: Path | None = None) -> str:
    """The SVG of a Mermaid text. Raises NotMermaid.

    ``cache`` is a folder in which drawings are kept by content across builds.
    """
    kind = f"{version('mermaid-render')}\n{_REVISION}\n{_PURPOSES}"
    key = hashlib.sha256(f"{kind}\n{source}".encode()).hexdigest()
    path = cache / f"{key}.svg" if cache else None
    if path and (svg := kept(path)) is not None:
        return svg.decode("utf-8")
    drawn = _drawn(source)
    if path:
        keep(path, drawn.encode("utf-8"))
    return drawn


@lru_cache(maxsize=1024)
def _drawn(source: str) -> str:
    try:
        raw = mermaid_to_svg(source, theme="neutral").decode("utf-8")
    except (RenderError, ValueError) as error:
        raise NotMermaid(str(error)) from error
    root = ET.fromstring(raw)  # noqa: S314 - made by the library on this machine
    width = root.get("width", "")
    root.set("style", f"--chart-width:{width}px")
    if (title := root.find(f"{{{_SVG}}}title")) is not None:
        # As an element it would pop up over everything that scripts show at a box
        root.set("aria-label", title.text or "")
        root.attrib.pop("aria-labelledby", None)
        root.remove(title)
    for attribute in ("width", "height", "fill"):
        root.attrib.pop(attribute, None)
    for element in root.iter():
        for name, value in element.attrib.items():
            if value.startswith("#") or name == "style":
                element.set(name, _COLOUR.sub(lambda m: f"var(--chart-{_PURPOSES[m[0]]})", value))
    return ET.tostring(root, encoding="unicode")


def place(svg: str, prefix: str, links: Mapping[str, BoxLink]) -> str:
    """The SVG for one spot of a page: ids made unique with ``prefix``, boxes wrapped in links.

    Scripts and style sheets know a box by ``a.hb-box`` and a step's box by its ``data-step``.
    """
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    for element in root.iter():
        if identity := element.get("id"):
            element.set("id", f"{prefix}-{identity}")
    for name in ("aria-labelledby", "aria-describedby"):
        if identity := root.get(name):
            root.set(name, f"{prefix}-{identity}")
    for parent in root.iter(f"{{{_SVG}}}g"):
        if parent.get("class") == "pele-nodes":
            for index, node in enumerate(list(parent)):
                if link := links.get(node.get("data-id", "")):
                    anchor = ET.Element(f"{{{_SVG}}}a", {"href": link.href, "class": "hb-box"})
                    if link.step:
                        anchor.set("data-step", link.step)
                    anchor.append(node)
                    parent[index] = anchor
    return ET.tostring(root, encoding="unicode")
