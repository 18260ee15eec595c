"""What templates print with: strings, texts, links and figures, as seen from one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from handbook.company.book import Handbook
from handbook.company.wording import name_of, plain_text
from handbook.model.base import Key
from handbook.pages.addresses import (
    CAREERS,
    COMPARE,
    DATES,
    GLOSSARY,
    HR_PAGES,
    built_path,
    matrix_path,
    page_path,
    rule_path,
    step_anchor,
    step_path,
)
from handbook.pages.chart import Box, Chart
from handbook.pages.views.script import Spoken, spoken
from handbook.printing.drawing import BoxLink, draw, place
from handbook.printing.headings import heading
from handbook.printing.numerals import chinese_number
from handbook.words.catalogue import say
from handbook.words.catalogue.figures import date_form, written_date
from handbook.words.problem import Problem
from handbook.words.text import Link, ParameterPlace, Piece, Text, Words

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
_TEXT: Any = TEMPLATES.get_template("text.html").module


def render_problems(problems: tuple[Problem, ...], lang: str) -> str:
    """A page in place of one that can't be made: there is no handbook to print with."""
    lines = [(str(p.place), p.code, p.message(lang)) for p in problems]
    return TEMPLATES.get_template("problems.html").render(lines=lines)


@dataclass(frozen=True, slots=True)
class Printer:
    """``root`` leads from the page to the top of the site: "", "../", "../../"."""

    book: Handbook
    lang: str
    root: str
    drawings: Path | None = None
    for_hr: bool = False

    def render(self, template: str, **view: object) -> Markup:
        """A template filled in; escaped by Jinja, so safe to print."""
        # A blank line around it: Markdown must see a block of HTML, not a paragraph
        text = TEMPLATES.get_template(template).render(p=self, **view)
        return Markup(f"\n\n{text.strip()}\n\n")  # noqa: S704 - an autoescaped template's output

    def say(self, key: str, **facts: object) -> str:
        """A string of the catalogue."""
        return say(key, self.lang, **facts)

    def plain(self, text: Text) -> str:
        """A text without markup."""
        return plain_text(text, self.book, self.lang)

    def text(self, text: Text) -> Markup:
        """A text with its values, links and bold."""
        return Markup(_TEXT.pieces(self, text.pieces(self.lang)))  # noqa: S704 - autoescaped

    def kind_of(self, piece: Piece) -> str:
        """Which of the four kinds a piece of text is."""
        if isinstance(piece, Words):
            return "words"
        if isinstance(piece, ParameterPlace):
            return "value"
        return "link" if isinstance(piece, Link) else "bold"

    def spoken(self, words: str) -> tuple[Spoken, ...]:
        """Words of a script, cut at the places that the speaker fills in."""
        return spoken(words)

    def name(self, key: Key) -> str:
        """A thing's name."""
        return name_of(self.book, key[0], key[1], self.lang)

    def value(self, parameter: str) -> str:
        """A parameter's value with its unit."""
        return self.book.values[parameter].text(self.lang)

    def parameter_name(self, parameter: str) -> str:
        """What the number on the page is called."""
        return plain_text(self.book.values[parameter].parameter.name, self.book, self.lang)

    def is_open(self, parameter: str) -> bool:
        """Whether the company has not filled the parameter in."""
        return self.book.values[parameter].raw is None

    def day(self, day: date) -> str:
        """A date as people write it."""
        return written_date(day, self.lang)

    def ordinal(self, number: int) -> str:
        """A number for 第…章 and 第…条: 一, 十二, 一百零五 in Chinese."""
        return chinese_number(number) if self.say("language.numerals") == "han" else str(number)

    @property
    def day_form(self) -> str:
        """How people write dates, for a script that fills in the parts; see ``date_form``."""
        return date_form(self.lang)

    def href(self, key: Key) -> str | None:
        """Where a thing's page is, as seen from this page; None if it has none."""
        if key[0] == "family":
            if matrix := matrix_path(self.book, key[1]):
                return f"{self.root}{built_path(matrix)}"
            return f"{self.root}{built_path(CAREERS)}#{key[1]}"
        if key[0] in ("term", "metric"):
            return f"{self.root}{built_path(GLOSSARY)}#{key[0]}-{key[1]}"
        if key[0] == "actor" and (actor := self.book.actors.get(key[1])):
            if actor.role:
                return self.href(("role", str(actor.role)))
            return self.href(("department", str(actor.department))) if actor.department else None
        path = page_path(key)
        return f"{self.root}{built_path(path)}" if path else None

    @property
    def careers(self) -> str:
        """Where the ladders are, as seen from this page."""
        return f"{self.root}{built_path(CAREERS)}"

    @property
    def compare(self) -> str:
        """Where any two roles can be compared, as seen from this page."""
        return f"{self.root}{built_path(COMPARE)}"

    def step(self, before: str, after: str) -> str:
        """Where the step from one role to the other is compared, as seen from this page."""
        return f"{self.root}{built_path(step_path(before, after))}"

    @property
    def dates(self) -> str:
        """Where employees count their own dates, as seen from this page."""
        return f"{self.root}{built_path(DATES)}"

    def rule(self, code: str) -> str:
        """Where the page of a rule is, as seen from this page."""
        return f"{self.root}{built_path(rule_path(code))}"

    @property
    def hr_pages(self) -> tuple[tuple[str, str], ...]:
        """HR's pages by name, as seen from this page."""
        return tuple((name, f"{self.root}{built_path(path)}") for name, path in HR_PAGES.items())

    def heading(self, level: int, identity: str, text: str) -> Markup:
        """A Markdown heading with its id, so that it reaches the contents and the search."""
        return heading(level, identity, text)

    def figure(self, chart: Chart, identity: str, beside: str | None = None) -> Markup:
        """A chart as SVG with its Mermaid source folded below it.

        ``beside`` is the process whose own page this is: its steps are on the same page.
        """
        links = {box.id: link for box in chart.boxes if (link := self._box_link(box, beside))}
        return self.drawing(chart.mermaid(), identity, links, chart.title)

    def _box_link(self, box: Box, beside: str | None) -> BoxLink | None:
        if box.step:
            process, step = box.step
            page = "" if process == beside else self.href(("process", process))
            return BoxLink(f"{page}#{step_anchor(step)}", f"{process}/{step}")
        href = self.href(box.target) if box.target else None
        return BoxLink(href) if href else None

    def drawing(
        self, source: str, identity: str, links: Mapping[str, BoxLink], title: str | None = None
    ) -> Markup:
        """Any Mermaid text as a figure. Raises NotMermaid."""
        svg = Markup(place(draw(source, self.drawings), identity, links))  # noqa: S704 - drawn here
        return self.render("figure.html", svg=svg, source=source, title=title)
