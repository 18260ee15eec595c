"""Sound data that defects are planted into: files as lines that keep what they are when others
are put between them, and what has been hit so far, so that no two defects hit the same thing."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from handbook.model.kinds import KIND_BY_FOLDER

_TOP = re.compile(r"(- )?id: (\S+)$")


@dataclass(eq=False, slots=True)
class Line:
    """One line of a file; bytes that are no UTF-8 stand in it as lone surrogates."""

    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


@dataclass(eq=False, slots=True)
class Thing:
    """A thing as one file writes it; ``company`` is the one whose change it is, None for the base.

    ``margin`` is how far its fields are indented.
    """

    kind: str
    id: str
    file: str
    company: str | None
    lines: list[Line]
    margin: int

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.id

    def field(self, name: str) -> Line | None:
        """The line of a field at the top of the thing."""
        found = re.compile(rf"{' ' * self.margin}{name}:")
        return next((line for line in self.lines if found.match(line.text)), None)


@dataclass(frozen=True, slots=True)
class Spot:
    """What must be named; the line's number is known once all defects are planted."""

    file: str
    line: Line | None  # None for the file as such, told at its first line
    code: str


class NoRoom(Exception):
    """Everything that this defect could hit is broken already."""


@dataclass(slots=True)
class Ground:
    """The data while it is being spoiled.

    ``hit`` is what defects broke, ``needed`` what must stay sound so that they can be seen. Both
    hold things by kind and id, files, and (company, name) for a value or field of company.yml.
    """

    files: dict[str, list[Line]]
    rng: random.Random
    hit: set[object] = field(default_factory=set)
    needed: set[object] = field(default_factory=set)
    special: dict[str, Callable[[Path], None]] = field(default_factory=dict)
    companies: list[str] = field(default_factory=list)  # those that are filled in
    count: int = 0

    def things(self, *kinds: str, base: bool = True, own: bool = True) -> list[Thing]:
        """All things of these kinds, or of any, that no defect has hit or needs."""
        return [
            thing
            for name in self.files
            for thing in _things(name, self.files[name])
            if (not kinds or thing.kind in kinds)
            and (own if thing.company else base)
            and self.free(thing.key)
            and self.free(name)
        ]

    def every(self, *kinds: str) -> list[Thing]:
        """All things of these kinds, hit or not."""
        return [
            t
            for n, lines in self.files.items()
            for t in _things(n, lines)
            if t.kind in kinds or not kinds
        ]

    def free(self, *what: object) -> bool:
        return not any(each in self.hit or each in self.needed for each in what)

    def claim(self, *what: object, needs: Iterable[object] = ()) -> None:
        """Take what a defect hits, and what it stands on. Raises NoRoom."""
        needs = list(needs)
        if not self.free(*what) or any(need in self.hit for need in needs):
            raise NoRoom
        self.hit.update(what)
        self.needed.update(needs)

    def claim_file(self, name: str) -> None:
        """Take a file and everything in it. Raises NoRoom."""
        inside = [thing.key for thing in _things(name, self.files[name])]
        match = re.fullmatch(r"companies/([^/]+)/company\.yml", name)
        if match:
            inside.append(("company", match[1]))  # every value and field of it
            if any(isinstance(w, tuple) and w[0] == match[1] for w in self.hit | self.needed):
                raise NoRoom
        self.claim(name, *inside)

    def claim_value(self, company: str, name: str, needs: Iterable[object] = ()) -> None:
        """Take one value or field of a company. Raises NoRoom."""
        if not self.free(("company", company), f"companies/{company}/company.yml"):
            raise NoRoom
        self.claim((company, name), needs=needs)

    def pick(self, choices: Iterable[object]):
        """One of several, whichever. Raises NoRoom if there is none."""
        listed = list(choices)
        if not listed:
            raise NoRoom
        return self.rng.choice(listed)

    def new(self) -> int:
        """A number that nothing else has, for names and ids."""
        self.count += 1
        return self.count

    def after(self, file: str, line: Line, *texts: str) -> list[Line]:
        """Put lines below another."""
        at = self.files[file].index(line) + 1
        fresh = [Line(text) for text in texts]
        self.files[file][at:at] = fresh
        return fresh

    def add(self, file: str, text: str) -> list[Line]:
        """A file more, or more at the end of a file."""
        fresh = [Line(each) for each in text.rstrip("\n").split("\n")]
        self.files.setdefault(file, []).extend(fresh)
        return fresh

    def value(self, company: str, name: str) -> Line:
        """The line of a value in company.yml. Raises NoRoom."""
        start = re.compile(rf"  {name}:")
        lines = self.files[f"companies/{company}/company.yml"]
        return self.pick(line for line in lines if start.match(line.text))

    def of_company(self, company: str, name: str) -> Line:
        """The line of a field in company.yml. Raises NoRoom."""
        start = re.compile(rf"{name}:")
        lines = self.files[f"companies/{company}/company.yml"]
        return self.pick(line for line in lines if start.match(line.text))

    def number(self, spot: Spot) -> int:
        return self.files[spot.file].index(spot.line) + 1 if spot.line else 1


def read_ground(folder: Path, rng: random.Random) -> Ground:
    """All YAML of a policy_data folder."""
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.yml"))
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    files = {n: [Line(t) for t in text.rstrip("\n").split("\n")] for n, text in texts.items()}
    filled = (
        re.fullmatch(r"companies/([^/]+)/company\.yml", n)
        for n in names
        if "\ndraft: true\n" not in texts[n]
    )
    companies = [match[1] for match in filled if match]
    # nothing at all is read where the format is unknown
    return Ground(files, rng, needed={"format.yml"}, companies=companies)


def folder_of(file: str) -> tuple[str | None, str]:
    """The company and the folder or stem that says the kind."""
    parts = file.split("/")
    company = parts[1] if parts[0] == "companies" else None
    inner = parts[2:] if company else parts
    return company, inner[0].removesuffix(".yml") if inner else ""


def _things(name: str, lines: list[Line]) -> Iterator[Thing]:
    company, folder = folder_of(name)
    kind = KIND_BY_FOLDER.get(folder)
    if kind is None:
        return
    starts = [
        (i, match[2])
        for i, line in enumerate(lines)
        if (match := _TOP.match(line.text)) and bool(match[1]) != kind.one_per_file
    ]
    for (i, identity), (end, _) in pairwise([*starts, (len(lines), "")]):
        own = lines[i:end]
        while own and (not own[-1].text.strip() or own[-1].text.startswith("#")):
            own.pop()
        margin = 0 if kind.one_per_file else 2
        yield Thing(kind.name, identity, name, company, own, margin)
