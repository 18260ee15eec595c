"""The YAML files of policy_data by path, read when a migration asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any

from handbook.authoring.migrations.documents import (
    Document,
    Kept,
    kept,
    plain,
    read_document,
    style_of,
    walk,
    written,
)
from handbook.authoring.migrations.lines import Lines, changed
from handbook.authoring.migrations.roundtrip import Style, loaded
from handbook.reading import node
from handbook.reading.folder import Entry, content_of
from handbook.reading.source import parse, read
from handbook.words.problem import Place, Problem

_BOM = "\ufeff"
_LINE_END = re.compile("\r\n?|\n")


class Unreadable(Exception):
    """A file that a migration needs can't be read for sure."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(str(self.problems))


class Unfaithful(Exception):
    """A file would not say what the migration left in it; never seen, and never written."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read; ``content`` is what ``document`` said then."""

    path: str
    raw: bytes
    document: Document
    content: str


@dataclass(frozen=True, slots=True)
class Change:
    """One file: ``before`` is None for a new one, ``after`` for one that goes.

    ``origin`` is the path that its content comes from; a file that was moved has another one.
    """

    path: str
    before: bytes | None
    after: bytes | None
    origin: str | None


class Files(MutableMapping[str, Any]):
    """Documents by their path below policy_data, such as ``roles/junior.yml``.

    A document is a mapping or a list; it may be changed, and be put under another path. Asking for
    one raises Unreadable where handbook.reading finds something wrong with the file.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {
            "/".join(entry.parts): entry
            for entry in entries
            if entry.path.suffix == ".yml" and not entry.is_folder
        }
        self._sources: dict[str, Source] = {}
        self._roots: dict[str, Any] = {}
        self._paths = dict.fromkeys(self._entries)

    def __getitem__(self, path: str) -> Any:
        if path not in self._paths:
            raise KeyError(path)
        if path not in self._roots:
            self._sources[path] = _read(self._entries[path], path)
            self._roots[path] = self._sources[path].document.root
        return self._roots[path]

    def __setitem__(self, path: str, root: Any) -> None:
        if path in self._paths:
            self[path]
        self._paths[path] = None
        self._roots[path] = root

    def __delitem__(self, path: str) -> None:
        self[path]
        del self._paths[path], self._roots[path]

    def __iter__(self) -> Iterator[str]:
        return iter([*self._paths])

    def __len__(self) -> int:
        return len(self._paths)

    def wrong(self) -> list[Problem]:
        """Everything that is wrong with any of the files."""
        found: list[Problem] = []
        for path, entry in self._entries.items():
            try:
                _read(entry, path)
            except Unreadable as error:
                found += error.problems
        return found

    def place_of(self, thing: Any, field: str) -> Place | None:
        """Where a field stood, or else its thing, when it was read; None if no file had it."""
        for path, source in self._sources.items():
            pairs = [*zip(source.document.entries, walk(loaded(source.document.text)), strict=True)]
            own = [(e.key, there.line) for e, there in pairs if e.container is thing]
            if own:
                return Place(self._entries[path].name, dict(own).get(field, own[0][1]) + 1)
        return None

    def changes(self) -> Iterator[Change]:
        """What a migration has changed, by path. Raises Unfaithful."""
        sources = self._sources
        own = kept((source.document for source in sources.values()), self._roots.values())
        by_root = {id(source.document.root): source for source in sources.values()}
        for path in sorted({*sources, *self._roots}):
            before = sources[path].raw if path in sources else None
            after, origin = None, sources.get(path)
            if path in self._roots:
                root = self._roots[path]
                origin = by_root.get(id(root), origin)
                try:
                    after = _bytes(root, origin, own)
                except ValueError as error:
                    raise Unfaithful(path) from error
            if before != after:
                yield Change(path, before, after, origin.path if origin else None)


def _read(entry: Entry, path: str) -> Source:
    if entry.problem:
        raise Unreadable([entry.problem])
    root, problems = read(entry.path, entry.name)
    if problems or root is None:
        raise Unreadable(problems)
    raw = content_of(entry.path)
    document = read_document(_LINE_END.sub("\n", raw.decode("utf-8-sig")))
    return Source(path, raw, document, repr(plain(document.root)))


def _bytes(root: Any, source: Source | None, own: Kept) -> bytes:
    """The file with as many of its own bytes as can be. Raises ValueError."""
    content = repr(plain(root))
    if source is None:
        lines = _fresh(written(root, None, Style(), own))
        return _joined(_faithful(content, lines), [], "\n").encode()
    if source.content == content:
        return source.raw
    before = read_document(source.document.text)
    style = style_of(before)
    unchanged = written(before.root, before, style, kept([before], [before.root]))
    wanted = written(root, source.document, style, own)
    texts = (source.document.text, unchanged, wanted)
    lines = _faithful(content, changed(*(text.split("\n") for text in texts)), _fresh(wanted))
    text = source.raw.decode("utf-8")
    ends = _LINE_END.findall(text)
    mark = _BOM if text.startswith(_BOM) else ""
    return (mark + _joined(lines, ends, max(ends, key=ends.count, default="\n"))).encode()


def _fresh(text: str) -> Lines:
    return [(line, None) for line in text.split("\n")]


def _joined(lines: Lines, ends: list[str], usual: str) -> str:
    """The lines with the ends that they had."""
    known = [ends[n] if n is not None and n < len(ends) else usual for _, n in lines[:-1]]
    return "".join(line + end for (line, _), end in zip(lines, [*known, ""], strict=True))


def _faithful(content: str, *texts: Lines) -> Lines:
    """The first of the texts that says what it should. Raises ValueError."""
    for lines in texts:
        root, problems = parse("\n".join(line for line, _ in lines), "")
        if root is not None and not problems and repr(node.plain(root)) == content:
            return lines
    raise ValueError(content)
