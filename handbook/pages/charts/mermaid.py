"""A chart as boxes and arrows, and its Mermaid text; any text of the data is safe in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from handbook.model.base import Key

Shape = Literal["start", "task", "decision", "granted", "refused"]

_FRAMES: dict[Shape, tuple[str, str]] = {
    "start": ("([", "])"),
    "task": ("[", "]"),
    "decision": ("{{", "}}"),
    "granted": ("([", "])"),
    "refused": ("([", "])"),
}


# A phone shows seven boxes at once, a screen twenty: whoever looks for his own in more than 40, or
# follows more than two arrows from each, reads a list faster. With texts so long that there are
# more characters a chart is wider than any screen. mermaid-render itself ends at 50,000 characters
# and after ten seconds, which 40 boxes never take.
MOST_BOXES, MOST_ARROWS, MOST_CHARACTERS = 40, 80, 12_000


def can_be_read(boxes: int, arrows: int, characters: int = 0) -> bool:
    """Whether people can still read a chart of this size."""
    return boxes <= MOST_BOXES and arrows <= MOST_ARROWS and characters <= MOST_CHARACTERS


# mermaid-render takes "direction LR" for a command even inside a label
_DIRECTION = re.compile(r"d(?=irection\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Box:
    """A node; ``id`` is safe in Mermaid, ``target`` is the thing whose page it leads to.

    ``step`` is a step of a process, as (process, step): such a box leads to its line in the list.
    """

    id: str
    lines: tuple[str, ...]
    shape: Shape
    target: Key | None = None
    here: bool = False
    optional: bool = False
    lane: str | None = None
    step: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge from box to box; ``by_itself`` for what happens without anybody's doing."""

    start: str
    end: str
    label: str = ""
    by_itself: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn; ``title`` and ``description`` are for those who can't see it.

    Where it is too large to be read, what it would show is listed on the pages of ``listed``, or
    below if there are none; ``instead`` says so in words of its own. ``part`` says of what it is a
    part.
    """

    title: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    direction: Literal["TD", "LR"] = "TD"
    instead: str = ""
    listed: tuple[Key, ...] = ()
    part: str = ""

    @property
    def is_readable(self) -> bool:
        """Whether it is drawn."""
        few = can_be_read(len(self.boxes), len(self.arrows))
        return few and can_be_read(0, 0, len(self.mermaid()))

    def mermaid(self) -> str:
        """The chart in Mermaid's language."""
        lines = [f"flowchart {self.direction}"]
        lines += [f"  accTitle: {_one_line(self.title)}"]
        lines += [f"  accDescr: {_one_line(self.description)}"]
        for lane in dict.fromkeys(box.lane for box in self.boxes):
            inside = [_box(box) for box in self.boxes if box.lane == lane]
            if lane is None:
                lines += inside
            else:
                number = len(lines)
                lines += [f'  subgraph lane_{number}["{_label((lane,))}"]', *inside, "  end"]
        lines += [_arrow(arrow) for arrow in self.arrows]
        lines += ["  classDef here stroke-width:3px", "  classDef optional stroke-dasharray:5 4"]
        for style in ("here", "optional"):
            if marked := [box.id for box in self.boxes if getattr(box, style)]:
                lines.append(f"  class {','.join(marked)} {style}")
        for shape in ("granted", "refused"):
            if marked := [box.id for box in self.boxes if box.shape == shape]:
                lines.append(f"  class {','.join(marked)} {shape}")
        return "\n".join(lines) + "\n"


def _box(box: Box) -> str:
    left, right = _FRAMES[box.shape]
    return f'  {box.id}{left}"{_label(box.lines)}"{right}'


def _arrow(arrow: Arrow) -> str:
    line = "-.->" if arrow.by_itself else "-->"
    label = f'|"{_label((arrow.label,))}"|' if arrow.label else ""
    return f"  {arrow.start} {line}{label} {arrow.end}"


def _label(lines: tuple[str, ...]) -> str:
    return "<br/>".join(_escape(" ".join(line.split())) for line in lines)


def _escape(text: str) -> str:
    """ASCII that is neither letter, digit nor space becomes Mermaid's ``#code;``."""
    safe = (c if c.isalnum() or c == " " or ord(c) > 126 else f"#{ord(c)};" for c in text)
    return _DIRECTION.sub(lambda found: f"#{ord(found[0])};", "".join(safe))


def _one_line(text: str) -> str:
    """For accTitle and accDescr, which know no escapes: marks of the language are widened."""
    wide = {ord(c): chr(ord(c) + 0xFEE0) for c in '%#;{}`<>"\\'}
    return " ".join(text.split()).translate(wide)
