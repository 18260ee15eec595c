"""What pages are written with: strings, texts, values and links of one handbook as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from handbook.company.book import Handbook
from handbook.company.wording import name_of, plain_text
from handbook.model.base import Key
from handbook.pages import addresses
from handbook.pages.blocks import (
    Block,
    Blocks,
    BoxTarget,
    Fact,
    Figure,
    Heading,
    Inline,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Row,
    Section,
    Shown,
    Table,
    Target,
    Toned,
    Words,
)
from handbook.pages.charts.mermaid import Chart
from handbook.words import text as written
from handbook.words.catalogue import say
from handbook.words.figures import date_form, written_date
from handbook.words.numerals import chinese_number
from handbook.words.text import Text

ZOOM = ("scroll", "full", "source", "zoom-out", "zoom-in", "zoom-fit", "zoom-close", "zoom-view")


@dataclass(frozen=True, slots=True)
class Writer:
    """One handbook in one language; ``for_hr``: for the edition that HR reads."""

    book: Handbook
    lang: str
    for_hr: bool = False

    # —— strings ——

    def say(self, key: str, **facts: object) -> str:
        """A string of the catalogue."""
        return say(key, self.lang, **facts)

    def plain(self, text: Text) -> str:
        """A text without markup."""
        return plain_text(text, self.book, self.lang)

    def name(self, key: Key) -> str:
        """A thing's name."""
        return name_of(self.book, key[0], key[1], self.lang)

    def day(self, day: date) -> str:
        """A date as people write it."""
        return written_date(day, self.lang)

    @property
    def day_form(self) -> str:
        """How people write dates, for a script that fills in the parts; see ``date_form``."""
        return date_form(self.lang)

    def ordinal(self, number: int) -> str:
        """A number for 第…章 and 第…条: 一, 十二, 一百零五 in Chinese."""
        return chinese_number(number) if self.say("language.numerals") == "han" else str(number)

    # —— lines ——

    def plain_line(self, text: str) -> Line:
        """Characters as a line."""
        return (Words(text),)

    def words(self, key: str, **facts: object) -> Line:
        """A string of the catalogue as a line."""
        return (Words(self.say(key, **facts)),)

    def filled(self, key: str, **lines: Line) -> Line:
        """A string of the catalogue with lines in its places."""
        said = self.say(key, **{name: f"\0{name}\0" for name in lines})
        pieces = enumerate(said.split("\0"))
        parts = (lines[piece] if i % 2 else (Words(piece),) for i, piece in pieces if piece)
        return tuple(one for part in parts for one in part)

    def text(self, text: Text) -> Line:
        """A text with its values, links and bold."""
        return tuple(self._inline(piece) for piece in text.pieces(self.lang))

    def value(self, parameter: str) -> Line:
        """A parameter's value with its unit."""
        value = self.book.values[parameter]
        name = plain_text(value.parameter.name, self.book, self.lang)
        return (Shown(value.text(self.lang), name, open=value.raw is None),)

    def link(self, key: Key, label: str | None = None) -> Line:
        """A thing's name that leads to its page, just its name where it has none."""
        target = addresses.target_of(self.book, key)
        words: Line = (Words(label or self.name(key)),)
        return (Link(target, words),) if target else words

    def links(self, kind: str, ids: Iterable[str]) -> Line:
        """Several names in one line."""
        return self.joined([self.link((kind, str(identity))) for identity in ids])

    def joined(self, lines: Iterable[Line], between: str = "list-separator") -> Line:
        """Lines in one, with a string of the catalogue between them."""
        found: list[Inline] = []
        for line in lines:
            found += (*(self.words(between) if found else ()), *line)
        return tuple(found)

    def rows(self, lines: Iterable[Line]) -> Line:
        """Lines one below the other in one place."""
        found: Line = ()
        for line in lines:
            found += (*((Words("\n"),) if found else ()), *line)
        return found

    def _inline(self, piece: written.Piece) -> Words | Shown | Link | Toned:
        if isinstance(piece, written.Words):
            return Words(piece.text)
        if isinstance(piece, written.Bold):
            return Toned("strong", tuple(self._inline(inner) for inner in piece.pieces))
        if isinstance(piece, written.ParameterPlace):
            return self.value(piece.id)[0]
        return self.link((piece.kind, piece.id), piece.label)[0]

    # —— blocks that several pages have ——

    def heading(self, level: int, identity: str, text: str) -> Heading:
        """A heading that is an entry of the page's contents."""
        return Heading(level, (Words(text),), identity)

    def head(self, thing: object, kind: str) -> Section:
        """The top of a thing's page: kind, name, other names, summary."""
        also: tuple[str, ...] = getattr(thing, "also_called", ())
        name, summary = getattr(thing, "name"), getattr(thing, "summary")  # noqa: B009
        other: Blocks = ()
        if also:
            names = self.say("list-separator").join(also)
            line = (*self.words("also-called"), Words(names))
            other = (Paragraph(line, tone="also", searched=False),)
        return Section(
            (
                Paragraph(self.words(f"kind.{kind}"), tone="kind", searched=False),
                Heading(1, (Words(self.plain(name)),), searched=False),
                *other,
                Paragraph(self.text(summary), tone="summary"),
            ),
            tone="head",
            kind="head",
        )

    def title(self, title: str, lead: str, *more: Block, kind: str = "") -> Section:
        """The top of a page that is about no single thing; ``kind`` stands above its title."""
        above: Blocks = (Paragraph((Words(kind),), tone="kind"),) if kind else ()
        own = (
            Heading(1, (Words(title),), searched=False),
            Paragraph((Words(lead),), tone="summary"),
        )
        return Section((*above, *own, *more), tone="head", kind="head")

    def jump(self, sections: Iterable[tuple[str, str]]) -> Section:
        """Links to the parts of the page: heading ids and catalogue keys."""
        line: Line = tuple(Link(Target(anchor=i), self.words(label)) for i, label in sections)
        return Section(
            (Paragraph(line, tone="bare"),), tone="jump", kind="jump", label=self.say("jump"),
            searched=False,
        )  # fmt: skip

    def fact(self, key: str, line: Line, tone: str = "") -> Fact:
        """A fact under a name of the catalogue."""
        return Fact(self.words(key), line, tone=tone)

    def lines(self, texts: Iterable[Text], *, ordered: bool = False, tone: str = "") -> Listing:
        """Texts one below the other."""
        items = tuple(Item(self.text(text)) for text in texts)
        return Listing(items, ordered=ordered, tone=tone)

    def link_list(self, lines: Iterable[Line]) -> Listing:
        """Links one below the other."""
        return Listing(tuple(Item(line) for line in lines), tone="links")

    def note(self, *lines: Line) -> Paragraph:
        """A remark in small type."""
        return Paragraph(tuple(part for line in lines for part in line), tone="note")

    def noted(self, line: Line) -> Line:
        """A remark in small type inside a line."""
        return (Toned("note", line),)

    def table(self, head: Iterable[Line], rows: Iterable[Row], tone: str = "levels") -> Table:
        """A table without the columns in which no row has anything."""
        rows = tuple(rows)
        columns = zip(*(row.cells for row in rows), strict=True)
        kept = [
            n for n, cells in enumerate(columns) if any(one.line or one.blocks for one in cells)
        ]
        names = tuple(head)
        return Table(
            tuple(names[n] for n in kept),
            tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in rows),
            tone,
        )

    def figure(self, chart: Chart, identity: str, beside: Key | None = None) -> Figure | Paragraph:
        """A chart, or where it is listed if it is too large to be read.

        ``beside`` is the thing whose page this is: what it lists stands on the same page.
        """
        if not chart.is_readable:
            return self.unread(chart, beside)
        found: list[BoxTarget] = []
        for box in chart.boxes:
            target = addresses.target_of(self.book, box.target) if box.target else None
            if box.step:
                process, step = box.step
                key = ("process", process)
                page = None if key == beside else addresses.page_path(key)
                anchor = addresses.step_anchor(step)
                found.append(BoxTarget(box.id, Target(page, anchor), f"{process}/{step}"))
            elif target:
                found.append(BoxTarget(box.id, target))
        return Figure(chart.mermaid(), identity, chart.title, tuple(found), self.zoom())

    def unread(self, chart: Chart, beside: Key | None = None) -> Paragraph:
        """What stands in the place of a chart that is too large to be read."""
        elsewhere = [key for key in chart.listed if key != beside]
        if not elsewhere:
            return Paragraph((Words(chart.instead or self.say("chart.large")),))
        pages = self.joined(self.link(key) for key in elsewhere)
        return Paragraph((*self.words("chart.large.elsewhere"), *pages))

    def zoom(self) -> dict[str, str]:
        """The words of a figure's tools."""
        return {name: self.say(f"chart.{name}") for name in ZOOM}

    def edition(self) -> Line:
        """Which edition of the handbook this is, and since when it holds."""
        company = self.book.company
        found = [self.words("foot.version", version=company.version)]
        if company.effective_on:
            found.append(self.words("foot.effective", day=self.day(company.effective_on)))
        return self.joined(found, "middle-dot")

    def _contact(self) -> Iterator[Line]:
        """Whom to ask, if anybody."""
        contact = self.book.company.contact
        if contact is None:
            return
        yield (*self.words("foot.mistake"), *self.text(contact.name))
        if contact.phone:
            yield (Words(contact.phone),)
        if contact.email:
            yield (Link(Target(outside=f"mailto:{contact.email}"), (Words(contact.email),)),)
        if contact.place:
            yield self.text(contact.place)

    def foot(self, sources: tuple[str, ...] = ()) -> Section:
        """The end of a page: version, day of effect, whom to ask."""
        company = self.book.company
        version = [self.edition()]
        if sources and self.for_hr:
            names = self.say("list-separator").join(sources)
            version.append(self.words("foot.source", names=names))
        told = (version, [*self._contact()])
        blocks = [Paragraph(self.joined(lines, "middle-dot")) for lines in told if lines]
        if company.invented:
            blocks.append(Paragraph(self.words("foot.invented")))
        return Section(tuple(blocks), tone="foot", kind="foot", searched=False)
