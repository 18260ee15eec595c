"""A YAML file as lists and mappings that a migration changes, and the same file written again.

roundtrip.py keeps order, quotes and the style of blocks, remarks.py comments and blank lines. Every
value is an object of its own, by which it is known again wherever a migration puts it: remarks
follow it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, MutableSequence, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from handbook.authoring.migrations.remarks import Bare, Remark, put_back, taken_out
from handbook.authoring.migrations.roundtrip import OWN_OBJECTS, STYLES, Style, dumped, loaded

Slot = tuple[int, str | int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and the mapping or list that holds it; ``line`` is where it begins, from 0."""

    container: Any
    key: str | int
    index: int
    value: Any
    line: int
    in_flow: bool

    @property
    def slot(self) -> Slot:
        """Its place, as long as the container is there."""
        return id(self.container), self.key


@dataclass(slots=True)
class Document:
    """A file that was read: a migration changes ``root``, all else tells how it was."""

    text: str
    root: Any
    bare: Bare
    entries: tuple[Entry, ...]
    remarks: dict[int, list[Remark]] = field(default_factory=dict)
    """Remarks by the number of the entry that they belong to."""
    loose: tuple[str, ...] = ()
    """Comments of a file in which nothing else stands."""

    @property
    def has_start(self) -> bool:
        """Whether the file begins with ``---``."""
        return self.bare.text.startswith("---")


@dataclass(frozen=True, slots=True)
class Kept:
    """Where what people see, and programs don't, stands after a migration."""

    remarks: Mapping[Slot, list[Remark]]
    blank: Mapping[int, set[str]]


def read_document(text: str) -> Document:
    """Read YAML of which handbook.reading finds nothing wrong, with ``\n`` as line ends."""
    bare = taken_out(text)
    root = loaded(bare.text)
    document = Document(text, root, bare, tuple(walk(root)))
    blocks = [n for n, entry in enumerate(document.entries) if not entry.in_flow]
    for remark in bare.remarks:
        number = _owner(document.entries, blocks, remark)
        if number is None:
            document.loose += remark.lines
        else:
            document.remarks.setdefault(number, []).append(remark)
    return document


def kept(documents: Iterable[Document], roots: Iterable[Any]) -> Kept:
    """Where remarks and blanks of ``documents`` belong, now that these are the ``roots``.

    They follow the value; if that is new, they stay with the key; if this is new, too, with the
    place in the mapping or list.
    """
    old = [(e, d.remarks.get(n, [])) for d in documents for n, e in enumerate(d.entries)]
    new = [entry for root in roots for entry in walk(root)]
    free = set(range(len(old)))
    found: dict[Slot, int] = {}
    for known in (_by_value, lambda e: e.slot, lambda e: (id(e.container), "at", e.index)):
        numbers = {known(entry): n for n, (entry, _) in enumerate(old)}
        for entry in new:
            number = numbers.get(known(entry))
            if entry.slot not in found and number in free:
                free.discard(number)
                found[entry.slot] = number
    blank: dict[int, set[str]] = {}
    for entry in new:
        was = old[found[entry.slot]][0] if entry.slot in found else None
        if entry.value is None and was and was.key in getattr(was.container, "blank", ()):
            blank.setdefault(id(entry.container), set()).add(str(entry.key))
    return Kept({slot: old[number][1] for slot, number in found.items()}, blank)


def style_of(document: Document) -> Style:
    """The one that changes the fewest lines of a file that was only read."""
    best, fewest = Style(), len(document.text)
    own = kept([document], [document.root])
    lines = document.bare.text.split("\n")
    for style in STYLES:
        other = dumped(document.root, style, own.blank, start=document.has_start).split("\n")
        unlike = sum(a != b for a, b in zip(lines, other, strict=False))
        unlike += abs(len(lines) - len(other))
        if unlike < fewest:
            best, fewest = style, unlike
        if not unlike:
            break
    return best


def written(root: Any, like: Document | None, style: Style, own: Kept) -> str:
    """The text of a file with this content, headed and ended as ``like``."""
    text = dumped(root, style, own.blank, start=like is not None and like.has_start)
    placed: dict[int, list[Remark]] = {}
    entries = [*zip(walk(root), walk(loaded(text)), strict=True)]
    starts = [*sorted({there.line for _, there in entries}), text.count("\n")]
    for entry, there in entries:
        for remark in own.remarks.get(entry.slot, ()):
            after = starts[bisect_right(starts, there.line)]
            line = after - 1 if remark.where == "below" else there.line
            placed.setdefault(line, []).append(remark)
    head, end = (like.bare.head, (*like.loose, *like.bare.end)) if like else ((), ())
    return put_back(text, head, placed, end)


def walk(node: Any, *, in_flow: bool = False) -> Iterator[Entry]:
    """Every value below ``node``, in the order of the file; lines are told where it was read."""
    if isinstance(node, MutableMapping):
        pairs: Iterable[tuple[Any, Any]] = list(node.items())
    elif isinstance(node, MutableSequence):
        pairs = enumerate(list(node))
    else:
        return
    lines = (getattr(node, "lc", None) and node.lc.data) or {}
    flow = in_flow or bool(hasattr(node, "fa") and node.fa.flow_style())
    for index, (key, value) in enumerate(pairs):
        line = lines[key][0] if key in lines else -1
        yield Entry(node, key, index, value, line, flow)
        yield from walk(value, in_flow=flow)


def plain(node: Any) -> Any:
    """The content alone, as dict, list, str, int, float, bool, date or None."""
    if isinstance(node, MutableMapping):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, MutableSequence):
        return [plain(value) for value in node]
    if node is None or isinstance(node, bool | date):
        return node
    return next((kind(node) for kind in (str, int, float) if isinstance(node, kind)), node)


def _owner(entries: Sequence[Entry], blocks: Sequence[int], remark: Remark) -> int | None:
    """The number of the entry that a remark belongs to; ``blocks`` are those outside brackets."""
    if remark.where == "above":
        first = bisect_left(entries, remark.line, key=lambda entry: entry.line)
        if first < len(entries):
            return first
    behind = bisect_right(blocks, remark.line, key=lambda number: entries[number].line)
    return blocks[behind - 1] if behind else None


def _by_value(entry: Entry) -> object:
    return id(entry.value) if isinstance(entry.value, OWN_OBJECTS) else entry.slot
