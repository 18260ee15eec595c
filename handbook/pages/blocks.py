"""What a page is made of, as data in reading order: headings, paragraphs, lists, tables, controls.

Whatever people can see is in a Line, so that a printer for another way out misses nothing. A
``tone`` tells what a part is for (note, card, step); how that looks is a printer's matter. Scripts
find a part by its ``marks``; ``feature`` is the script that it needs. ``searched`` is False where
a search must show nothing of it. Nothing here knows HTML, Markdown or an engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

Marks = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: ``page`` is a path from the top of the site, None for the same page.

    ``outside``: an address that is none of ours, such as mailto:.
    """

    page: str | None = None
    anchor: str = ""
    query: str = ""
    outside: str = ""


# —— what stands in a line ——


@dataclass(frozen=True, slots=True)
class Words:
    """Characters that are shown as they are; a line break in them is one."""

    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A company's value with the ``name`` of its parameter; ``open``: it is not filled in yet."""

    text: str
    name: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    to: Target
    line: Line
    tone: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Toned:
    """A part of a line: strong, code, note, tag, mark, outcome, place … ``label`` is for ears."""

    tone: str
    line: Line = ()
    marks: Marks = ()
    label: str = ""
    hidden: bool = False
    live: bool = False


Inline = Words | Shown | Link | Toned
Line = tuple[Inline, ...]


# —— what stands one below the other ——


@dataclass(frozen=True, slots=True)
class Heading:
    """``id`` is where links lead to; a heading without one is no entry of the page's contents."""

    level: int
    line: Line
    id: str = ""
    tone: str = ""
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line
    tone: str = ""
    id: str = ""
    marks: Marks = ()
    feature: str = ""
    hidden: bool = False
    live: bool = False
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: a line, below it perhaps blocks."""

    line: Line = ()
    blocks: Blocks = ()
    tone: str = ""
    id: str = ""
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; ``ordered`` where the order matters. The tone ``bare``: its items alone."""

    items: tuple[Item, ...]
    ordered: bool = False
    tone: str = ""
    marks: Marks = ()
    feature: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it is."""

    name: Line
    line: Line = ()
    blocks: Blocks = ()
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what they are, side by side."""

    rows: tuple[Fact, ...]
    tone: str = "facts"


@dataclass(frozen=True, slots=True)
class Cell:
    line: Line = ()
    blocks: Blocks = ()
    tone: str = ""
    heads_row: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    id: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``label`` names a table that scrolls by itself; ``wide``: it takes all the room there is."""

    head: tuple[Line, ...]
    rows: tuple[Row, ...]
    tone: str = "levels"
    label: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together. ``kind``: what sort of part of the page it is.

    ``form`` is a group of controls, ``fields`` one with a ``title`` above it.
    """

    blocks: Blocks
    tone: str = ""
    kind: Literal["group", "part", "head", "foot", "jump", "quote", "form", "fields"] = "group"
    title: Line = ()
    id: str = ""
    marks: Marks = ()
    feature: str = ""
    label: str = ""
    role: Literal["", "img", "group", "region"] = ""
    hidden: bool = False
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that are there at a tap; ``summary`` says what is in it and how much."""

    summary: Line
    blocks: Blocks
    tone: str = ""
    id: str = ""
    marks: Marks = ()
    feature: str = ""
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Code:
    """Text of a program's language, line by line as it is."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class BoxTarget:
    """Where a box of a figure leads, and the step that it stands for, as ``process/step``."""

    box: str
    to: Target
    step: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A diagram as Mermaid text. ``tools`` are the words of its buttons by name."""

    source: str
    id: str
    title: str
    links: tuple[BoxTarget, ...] = ()
    tools: dict[str, str] = field(default_factory=dict)


# —— what a script answers to ——


@dataclass(frozen=True, slots=True)
class Button:
    line: Line
    marks: Marks = ()
    feature: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """A list to choose from; ``groups`` have a title and options (value, words).

    With an ``id`` its label stands beside it and names it, without one around it.
    """

    label: Line
    name: str
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to type or to tick; ``hint`` explains it, ``error`` shows when it is wrong."""

    label: Line
    type: Literal["date", "number", "tick"]
    name: str = ""
    id: str = ""
    value: str = ""
    least: str = ""
    most: str = ""
    needed: bool = False
    ticked: bool = False
    marks: Marks = ()
    hint: Line = ()
    error: Line = ()


@dataclass(frozen=True, slots=True)
class Meter:
    """How much is done of ``most``."""

    most: int
    label: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """Blocks that a script copies; nobody sees them as they stand."""

    blocks: Blocks
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Data:
    """What a script or another program reads; nobody sees it. ``type`` is that of the data."""

    content: Any
    feature: str = ""
    marks: Marks = ()
    type: str = "application/json"


Block = (
    Heading | Paragraph | Listing | Facts | Table | Section | Fold | Code | Figure
    | Button | Choices | Entry | Meter | Pattern | Data
)  # fmt: skip
Blocks = tuple[Block, ...]


def inside(block: Block) -> Iterator[Line | Blocks]:  # noqa: PLR0912 - a case for each kind
    """The lines and blocks directly inside a block, in reading order."""
    match block:
        case Heading() | Paragraph() | Button():
            yield block.line
        case Listing():
            for item in block.items:
                yield item.line
                yield item.blocks
        case Facts():
            for fact in block.rows:
                yield fact.name
                yield fact.line
                yield fact.blocks
        case Table():
            yield from block.head
            for row in block.rows:
                for cell in row.cells:
                    yield cell.line
                    yield cell.blocks
        case Section():
            yield block.title
            yield block.blocks
        case Fold():
            yield block.summary
            yield block.blocks
        case Choices() | Entry():
            yield block.label
            if isinstance(block, Entry):
                yield block.hint
        case _:
            return


def text_of(line: Line) -> str:
    """The characters of a line."""
    return "".join(
        part.text if isinstance(part, Words | Shown) else text_of(part.line) for part in line
    )
