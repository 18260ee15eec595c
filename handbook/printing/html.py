"""Blocks → HTML, as seen from one page. The one place where their text is escaped for HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from handbook.pages.addresses import file_of
from handbook.pages.blocks import Block, Blocks, Figure, Line, Link, Marks, Shown, Target, Words
from handbook.printing.drawing import BoxLink, draw, place
from handbook.words.catalogue import say

TEMPLATES = Environment(
    loader=PackageLoader("handbook.printing", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
# Han as itself in JSON inside scripts; `tojson` writes <, > and & as escapes there
TEMPLATES.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
_MACROS: Any = TEMPLATES.get_template("blocks.html").module
_HERE = Markup(' aria-current="true"')
_MARK, _BARE_MARK = Markup(' data-{}="{}"'), Markup(" data-{}")
_ELEMENTS = {  # tones that are elements of their own; a tone may follow
    "strong": "strong", "code": "code", "count": "b", "blank": "i", "time": "time",
    "output": "output",
}  # fmt: skip
_THEME = {"button": "md-button"}  # what the theme's own style sheet knows


@dataclass(frozen=True, slots=True)
class HtmlPrinter:
    """``root`` leads from the page to the top of the site: "", "../", "../../".

    ``drawings`` is a folder in which diagrams are kept across builds.
    """

    lang: str
    root: str = ""
    drawings: Path | None = None

    def blocks(self, blocks: Blocks) -> Markup:
        """Blocks one below the other. Raises NotMermaid for a figure that can't be drawn."""
        return Markup("\n").join(self.block(block) for block in blocks)

    def block(self, block: Block) -> Markup:
        """One block, by the macro of its kind."""
        macro: Callable[[HtmlPrinter, Block], Markup] = getattr(_MACROS, type(block).__name__)
        return macro(self, block)

    def line(self, line: Line) -> Markup:
        """What stands in a line."""
        return Markup("").join(map(self._inline, line))

    def _inline(self, part: Any) -> Markup:
        if isinstance(part, Words):
            return Markup("<br>\n").join(part.text.split("\n"))  # scripts read the line break
        if isinstance(part, Shown):
            tone = "hb-value hb-open" if part.open else "hb-value"
            return Markup('<span class="{}" tabindex="-1" data-label="{}">{}</span>').format(
                tone, part.name, part.text
            )
        inner, classes = self.line(part.line), self.classes(part.tone)
        if isinstance(part, Link):
            here = _HERE if part.current else Markup("")
            to = self.href(part.to)  # a link that a script fills leads nowhere yet
            address = Markup(' href="{}"').format(to) if to else ""
            return Markup("<a{}{}{}>{}</a>").format(classes, address, here, inner)
        first, _, rest = part.tone.partition(" ")
        element = _ELEMENTS.get(first, "span")
        own = self.classes(rest) if first in _ELEMENTS else classes
        role = "img" if part.label else ""  # ears need one to hear the label
        more = self.attributes(
            part.marks, role=role, label=part.label, hidden=part.hidden, live=part.live
        )
        return Markup("<{0}{1}{2}>{3}</{0}>").format(element, own, more, inner)

    def href(self, to: Target) -> str:
        """The address of a target, relative to the page."""
        if to.outside:
            return to.outside
        page = "" if to.page is None else f"{self.root}{file_of(to.page)}"
        query = f"?{to.query}" if to.query else ""
        return f"{page}{query}{f'#{to.anchor}' if to.anchor else ''}"

    def classes(self, tone: str) -> Markup:
        """The class attribute for a tone; none for a part without one."""
        names = " ".join(_THEME.get(word, f"hb-{word}") for word in tone.split())
        return Markup(' class="{}"').format(names) if names else Markup("")

    def attributes(
        self, marks: Marks = (), *, id: str = "", feature: str = "", label: str = "",  # noqa: A002
        role: str = "", hidden: bool = False, live: bool = False,
    ) -> Markup:  # fmt: skip
        """The other attributes that any element may have."""
        found = [Markup(' id="{}"').format(id)] if id else []
        found += [Markup(' data-feature="{}"').format(feature)] if feature else []
        for name, value in marks:
            found.append((_MARK if value else _BARE_MARK).format(name, value))
        found += [Markup(' role="{}"').format(role)] if role else []
        found += [Markup(' aria-label="{}"').format(label)] if label else []
        found += [Markup(' role="status" aria-live="polite"')] if live else []
        found += [Markup(" hidden")] if hidden else []
        return Markup("").join(found)

    def svg(self, figure: Figure) -> Markup:
        """A figure's drawing, its boxes linked. Raises NotMermaid."""
        links = {link.box: BoxLink(self.href(link.to), link.step or None) for link in figure.links}
        drawn = place(draw(figure.source, self.drawings), figure.id, links)
        return Markup(drawn)  # noqa: S704 - drawn on this machine from escaped labels

    def say(self, key: str) -> str:
        """A string of the catalogue that belongs to the way out, not to the page."""
        return say(key, self.lang)
