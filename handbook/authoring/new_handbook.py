"""A folder for a handbook of one's own: a whole copy of the example policy, or one company's file.

From then on it belongs to the company. A newer program changes nothing in it.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from handbook.authoring.schema import modeline, write_schemas
from handbook.authoring.writing import make_folder, refused, write_whole
from handbook.model.kinds import COMPANIES_FOLDER, COMPANY_FILE
from handbook.reading.data_format import FORMAT_FILE, format_text
from handbook.reading.shipped import shipped
from handbook.words.catalogue import say
from handbook.words.terminal import clean
from handbook.words.version import VERSION

EXAMPLE = "xingqiao-retail"  # the example's company that is built by default
FIRST_COMPANY = "my-company"
_DATA, _DOCS = "policy_data", "docs"
_MARKUP = re.compile(r"\[\[|\]\]|\*\*|【【|】】")
_ASIDE = ".handbook-new-"
_LEFT = re.compile(rf"{re.escape(_ASIDE)}[0-9a-f]{{16}}")  # by a program that was killed
_IGNORED = "/site/\n/.cache/\n"  # what the program makes, for git


class NotEmpty(Exception):
    """There are things in the folder already, or it is none; ``names`` are some of them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(*names)
        self.names = names


def new_handbook(folder: Path, lang: str) -> None:
    """Write the whole example into ``folder``, or nothing: NotEmpty and CannotWrite say why."""
    with _aside(folder) as aside:
        for name in (_DATA, _DOCS):
            _copy(shipped(name), aside / name)
        _write_settings(aside, EXAMPLE, lang)


def empty_handbook(folder: Path, name: str, lang: str) -> None:
    """Write one company's file, called ``name``, into ``folder``. Raises as ``new_handbook``."""
    with _aside(folder) as aside:
        data, company = aside / _DATA, Path(COMPANIES_FOLDER, FIRST_COMPANY, COMPANY_FILE)
        make_folder((data / company).parent)
        make_folder(aside / _DOCS)
        write_whole(aside / _DOCS / ".gitkeep", "")  # MkDocs wants the folder, git a file in it
        text = say("init.company", lang, id=FIRST_COMPANY, name=_quoted(name), day=date.today())
        write_whole(data / company, f"{modeline('company', 2)}\n{text}")
        write_whole(data / FORMAT_FILE, format_text(say("migrate.heading", lang)))
        write_schemas(data, {}, lang)
        _write_settings(aside, FIRST_COMPANY, lang)


def is_plain(name: str) -> bool:
    """Whether nothing in it is markup, in either width, or can't be seen; ``${`` is escaped."""
    return clean(name) == name and not _MARKUP.search(unicodedata.normalize("NFKC", name))


def _write_settings(folder: Path, company: str, lang: str) -> None:
    text = say("init.settings", lang, company=company, version=VERSION)
    write_whole(folder / "mkdocs.yml", text)
    write_whole(folder / ".gitignore", _IGNORED)


def _quoted(name: str) -> str:
    """A name as YAML; nothing in it begins a parameter."""
    return json.dumps(name.replace("${", "$${"), ensure_ascii=False)


def _copy(source: Path, target: Path) -> None:
    """Copy a folder's files, not what may be done with them: an installed program is read-only."""
    with refused(target):
        target.mkdir()
        for path in sorted(source.rglob("*")):
            copied = target / path.relative_to(source)
            copied.mkdir() if path.is_dir() else shutil.copyfile(path, copied)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A folder to write in, which becomes ``folder`` if the block ends well.

    One that is there already and empty stays, for somebody may be in it: it is filled.
    """
    with refused(folder):
        there = folder.exists()
        if found := _names(folder) if there else ():
            raise NotEmpty(found)
        if there:
            for left in folder.iterdir():
                shutil.rmtree(left, ignore_errors=True)
        home = folder if there else folder.parent
        home.mkdir(parents=True, exist_ok=True)
    aside = home / f"{_ASIDE}{secrets.token_hex(8)}"
    make_folder(aside)
    try:
        yield aside
        with refused(folder):
            if there:
                _move_out(aside, folder)
            else:
                aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _names(folder: Path) -> tuple[str, ...]:
    if not folder.is_dir():
        return (folder.name,)
    return tuple(sorted(p.name for p in folder.iterdir() if not _LEFT.fullmatch(p.name)))


def _move_out(aside: Path, folder: Path) -> None:
    """Move all that is in ``aside`` one floor up, or nothing."""
    moved: list[Path] = []
    try:
        for path in sorted(aside.iterdir()):
            moved.append(path.rename(folder / path.name))
    except BaseException:
        for path in moved:
            path.rename(aside / path.name)
        raise
