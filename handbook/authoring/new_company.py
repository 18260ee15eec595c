"""A folder for a new company: every parameter listed, explained and empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from handbook.authoring.schema import modeline
from handbook.authoring.take import meant, needed, uses_lines
from handbook.authoring.writing import CannotWrite, make_folder, write_whole
from handbook.company.values import bounds
from handbook.model import Parameter
from handbook.model.base import check_id
from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE
from handbook.reading.library import TAKEN_ENDINGS, Library
from handbook.reading.validate import validate
from handbook.words.catalogue import say
from handbook.words.figures import number
from handbook.words.text import Text


class Exists(Exception):
    """There is such a company, role or process already, at the path given; nothing is written."""


def new_company(library: Library, identity: str, lang: str, take: Sequence[str] = ()) -> Path:
    """Write ``companies/<identity>/company.yml`` and return its path.

    ``take`` are ids of what it takes of the base; without any, everything.
    Raises ValueError for an id that can't be one, Exists if the folder is there, NothingOfTheName,
    CannotWrite.
    """
    check_id(identity)
    if identity.endswith(TAKEN_ENDINGS):
        raise ValueError(identity)
    folder = library.folder / COMPANIES_FOLDER / identity
    if folder.exists():
        raise Exists(str(folder))
    path, text = folder / COMPANY_FILE, company_text(library, identity, lang, take)
    make_folder(folder)
    try:
        write_whole(path, text)
    except CannotWrite:
        with suppress(OSError):  # a folder without its file would be a company with a mistake
            folder.rmdir()
        raise
    return path


def company_text(library: Library, identity: str, lang: str, take: Sequence[str] = ()) -> str:
    """What the new company.yml says. Raises NothingOfTheName."""
    lines = [modeline("company", 2), say("new.head", lang, id=identity).rstrip()]
    wanted = None
    if take:
        taken = meant(library, take)
        wanted = needed(library, taken)
        lines += [*say("new.uses", lang).splitlines(), *uses_lines(library, taken)]
    lines.append("values:")
    group = ""
    for parameter in _parameters(library):
        if wanted is not None and parameter.id not in wanted:
            continue
        if (name := _in(parameter.group, lang)) != group:
            group = name
            lines.append(f"  # —— {group} ——")
        lines += [f"  # {_explained(parameter, lang)}", f"  {parameter.id}:"]
    return "\n".join(lines) + "\n"


def _parameters(library: Library) -> Iterator[Parameter]:
    """Parameters by group, groups and parameters in the order of the files."""
    found: dict[str, list[Parameter]] = {}
    for (kind, _), node in library.base.things.items():
        if kind == "parameter":
            parameter = validate(Parameter, node, [])
            if isinstance(parameter, Parameter):
                found.setdefault(parameter.group.zh, []).append(parameter)
    for group in found.values():
        yield from group


def _explained(parameter: Parameter, lang: str) -> str:
    low, high = bounds(parameter)
    wanted = say(f"expected.{parameter.type}", lang)
    if low is not None and high is not None:
        wanted += say("new.between", lang, low=number(low, lang), high=number(high, lang))
    elif low is not None and low > 0:
        wanted += say("new.at-least", lang, low=number(low, lang))
    return say(
        "new.parameter", lang, name=_in(parameter.name, lang),
        meaning=_in(parameter.meaning, lang), wanted=wanted,
    )  # fmt: skip


def _in(text: Text, lang: str) -> str:
    return " ".join(text.typed(lang).split())
