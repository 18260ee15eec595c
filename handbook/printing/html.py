"""Blocks → HTML, as seen from one page: a function for each kind of block.

Elements are put together by ``tags``, which escapes; a template would take three times as long
for nothing but angle brackets. What has more of them than words, the figure, is a template.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from handbook.pages import blocks as b
from handbook.pages.addresses import file_of
from handbook.pages.blocks import Block, Blocks, Figure, Line, Target
from handbook.printing.drawing import BoxLink, draw, place
from handbook.printing.tags import attributes, own, shown, tag
from handbook.words.catalogue import say

TEMPLATES = Environment(
    loader=PackageLoader("handbook.printing", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_FIGURE = TEMPLATES.get_template("figure.html")
_ELEMENTS = {  # tones that are elements of their own; a tone may follow
    "strong": "strong", "code": "code", "count": "b", "blank": "i", "time": "time",
    "output": "output",
}  # fmt: skip
_SECTIONS = {
    "group": "div", "part": "section", "head": "header", "foot": "footer", "jump": "nav",
    "quote": "blockquote", "form": "form", "fields": "fieldset",
}  # fmt: skip
# In a script these could end it, or begin a comment that hides its end
_IN_SCRIPT = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&'"})


@dataclass(frozen=True, slots=True)
class HtmlPrinter:
    """``root`` leads from the page to the top of the site: "", "../", "../../".

    ``drawings`` is a folder in which diagrams are kept across builds.
    """

    lang: str
    root: str = ""
    drawings: Path | None = None

    def blocks(self, blocks: Blocks) -> str:
        """Blocks one below the other. Raises NotMermaid for a figure that can't be drawn."""
        return "\n".join([self.block(block) for block in blocks])

    def block(self, block: Block) -> str:
        """One block, by the function of its kind."""
        return _PRINTED[type(block)](self, block)

    def line(self, line: Line) -> str:
        """What stands in a line."""
        return "".join([_PRINTED[type(part)](self, part) for part in line])

    def href(self, to: Target) -> str:
        """The address of a target, relative to the page."""
        if to.outside:
            return to.outside
        page = "" if to.page is None else f"{self.root}{file_of(to.page)}"
        query = f"?{to.query}" if to.query else ""
        return f"{page}{query}{f'#{to.anchor}' if to.anchor else ''}"

    def body(self, line: Line, blocks: Blocks) -> str:
        """A line with blocks below it."""
        return self.line(line) + (self.blocks(blocks) if blocks else "")


# —— what stands in a line ——


def _words(_: HtmlPrinter, part: b.Words) -> str:
    return shown(part.text).replace("\n", "<br>\n")


def _shown(_: HtmlPrinter, part: b.Shown) -> str:
    tone = "value open" if part.open else "value"
    more = attributes(tone) + ' tabindex="-1"' + attributes(marks=(("label", part.name),))
    return tag("span", shown(part.text), more)


def _link(p: HtmlPrinter, part: b.Link) -> str:
    # A link that a script fills leads nowhere yet
    more = attributes(part.tone) + own(href=p.href(part.to))
    return tag("a", p.line(part.line), f'{more} aria-current="true"' if part.current else more)


def _toned(p: HtmlPrinter, part: b.Toned) -> str:
    first, _, rest = part.tone.partition(" ")
    element = _ELEMENTS.get(first, "span")
    more = attributes(
        rest if first in _ELEMENTS else part.tone,
        part.marks,
        label=part.label,
        role="img" if part.label else "",
        hidden=part.hidden,
        live=part.live,
    )  # fmt: skip - ears need a role to hear the label
    return tag(element, p.line(part.line), more)


# —— what stands one below the other ——


def _heading(p: HtmlPrinter, one: b.Heading) -> str:
    link = ""
    if one.id:
        title = say("appearance.permalink", p.lang)
        link = tag("a", "¶", ' class="headerlink"' + own(href=f"#{one.id}", title=title))
    return tag(f"h{one.level}", p.line(one.line) + link, attributes(one.tone, id=one.id))


def _paragraph(p: HtmlPrinter, one: b.Paragraph) -> str:
    if one.tone == "bare":
        return p.line(one.line)
    more = attributes(
        one.tone, one.marks, id=one.id, feature=one.feature, hidden=one.hidden, live=one.live
    )
    return tag("p", p.line(one.line), more)


def _listing(p: HtmlPrinter, one: b.Listing) -> str:
    items = "\n".join([
        tag("li", p.body(item.line, item.blocks), attributes(item.tone, item.marks, id=item.id))
        for item in one.items
    ])  # fmt: skip
    if one.tone == "bare":
        return items
    more = attributes(one.tone, one.marks, feature=one.feature, hidden=one.hidden)
    return tag("ol" if one.ordered else "ul", items, more)


def _facts(p: HtmlPrinter, one: b.Facts) -> str:
    rows = [
        tag(
            "div",
            tag("dt", p.line(fact.name)) + tag("dd", p.body(fact.line, fact.blocks)),
            attributes(fact.tone),
        )
        for fact in one.rows
    ]
    return tag("dl", "\n".join(rows), attributes(one.tone))


def _table(p: HtmlPrinter, one: b.Table) -> str:
    head = tag("tr", "".join([tag("th", p.line(line), ' scope="col"') for line in one.head]))
    rows = "\n".join([_row(p, row) for row in one.rows])
    table = tag("table", tag("thead", head) + tag("tbody", rows), attributes(one.tone))
    if not one.label:
        return tag("div", table, attributes("scroll"))
    tone = "matrix matrix--wide" if one.wide else "matrix"
    return tag("div", table, attributes(tone, role="region", label=one.label) + ' tabindex="0"')


def _row(p: HtmlPrinter, row: b.Row) -> str:
    cells = [
        tag(
            "th" if cell.heads_row else "td",
            p.body(cell.line, cell.blocks),
            (' scope="row"' if cell.heads_row else "") + attributes(cell.tone),
        )
        for cell in row.cells
    ]
    return tag("tr", "".join(cells), attributes(row.tone, id=row.id))


def _section(p: HtmlPrinter, one: b.Section) -> str:
    more = attributes(
        one.tone, one.marks, id=one.id, feature=one.feature, label=one.label, role=one.role,
        hidden=one.hidden,
    ) + own(novalidate=one.kind == "form")  # fmt: skip
    title = tag("legend", p.line(one.title)) if one.title else ""
    return tag(_SECTIONS[one.kind], title + p.blocks(one.blocks), more)


def _fold(p: HtmlPrinter, one: b.Fold) -> str:
    inner = tag("summary", p.line(one.summary)) + p.blocks(one.blocks)
    return tag("details", inner, attributes(one.tone, one.marks, id=one.id, feature=one.feature))


def _code(_: HtmlPrinter, one: b.Code) -> str:
    return tag("pre", tag("code", shown(one.text), own(**{"class": f"language-{one.language}"})))


def _figure(p: HtmlPrinter, one: Figure) -> str:
    links = {link.box: BoxLink(p.href(link.to), link.step or None) for link in one.links}
    drawn = place(draw(one.source, p.drawings), one.id, links)
    svg = Markup(drawn)  # noqa: S704 - drawn on this machine from escaped labels
    return _FIGURE.render(figure=one, words=one.tools, svg=svg).strip()


# —— what a script answers to ——


def _button(p: HtmlPrinter, one: b.Button) -> str:
    more = attributes("", one.marks, feature=one.feature, label=one.label)
    return tag("button", p.line(one.line), f' type="button"{more}')


def _choices(p: HtmlPrinter, one: b.Choices) -> str:
    groups = []
    for title, found in one.groups:
        options = "".join([tag("option", shown(w), f' value="{shown(v)}"') for v, w in found])
        groups.append(tag("optgroup", options, own(label=title)) if title else options)
    select = tag("select", "".join(groups), own(id=one.id, name=one.name))
    if one.id:  # beside its label, whose text is then nothing else
        return f"{tag('label', p.line(one.label), own(**{'for': one.id}))}\n{select}"
    return tag("label", f"{p.line(one.label)} {select}")


def _entry(p: HtmlPrinter, one: b.Entry) -> str:
    label, marks = p.line(one.label), attributes("", one.marks, id=one.id)
    if one.type == "tick":
        more = own(name=one.name, autocomplete="off", checked=one.ticked)
        return tag("label", f'<input type="checkbox"{marks}{more}> {label}', attributes("check"))
    number = {"step": "1", "inputmode": "numeric"} if one.type == "number" else {}
    more = own(
        type=one.type, name=one.name, min=one.least, max=one.most, **number, value=one.value,
        required=one.needed, autocomplete="off",
    )  # fmt: skip
    hint = " " + tag("span", p.line(one.hint), attributes("note")) if one.hint else ""
    error = ""
    if one.error:
        error = attributes("error", id=f"{one.id}-error", hidden=True)
        error = " " + tag("span", p.line(one.error), error)
    return f"{tag('label', label, own(**{'for': one.id}))}\n<input{marks}{more}>{hint}{error}"


def _meter(_: HtmlPrinter, one: b.Meter) -> str:
    return tag("progress", "", f' max="{one.most}" value="0"{attributes(label=one.label)}')


def _pattern(p: HtmlPrinter, one: b.Pattern) -> str:
    return tag("template", p.blocks(one.blocks), attributes("", one.marks))


def _data(_: HtmlPrinter, one: b.Data) -> str:
    text = json.dumps(one.content, ensure_ascii=False).translate(_IN_SCRIPT)
    more = attributes("", one.marks, feature=one.feature)
    return tag("script", text, f"{own(type=one.type)}{more}")


_PRINTED: dict[type, Callable[[HtmlPrinter, Any], str]] = {
    b.Words: _words, b.Shown: _shown, b.Link: _link, b.Toned: _toned, b.Heading: _heading,
    b.Paragraph: _paragraph, b.Listing: _listing, b.Facts: _facts, b.Table: _table,
    b.Section: _section, b.Fold: _fold, b.Code: _code, b.Figure: _figure, b.Button: _button,
    b.Choices: _choices, b.Entry: _entry, b.Meter: _meter, b.Pattern: _pattern, b.Data: _data,
}  # fmt: skip
