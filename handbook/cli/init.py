"""handbook init: a folder for a handbook of one's own."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import typer

from handbook.authoring.new_handbook import NotEmpty, empty_handbook, is_plain, new_handbook
from handbook.cli.console import home, know, refuse, tell, writing
from handbook.cli.options import EmptyOption, FolderArgument, LangOption, NameOption
from handbook.words.catalogue import FIRST, say

_SHOWN = 5  # names of what is in the way


def init(
    folder: FolderArgument,
    empty: EmptyOption = False,
    name: NameOption = None,
    lang: LangOption = FIRST,
) -> None:
    know(lang)
    if name is not None and not (empty and name.strip()):
        raise refuse("cli.name-empty", lang)
    if name is not None and not is_plain(name):
        raise refuse("cli.name-markup", lang)
    folder = home(folder, lang)
    try:
        with writing(lang):
            if empty:
                empty_handbook(folder, name or say("init.name", lang), lang)
            else:
                new_handbook(folder, lang)
    except NotEmpty as error:
        raise refuse("cli.not-empty", lang, path=folder, names=error.names[:_SHOWN]) from None
    tell("cli.init", lang, path=folder)
    typer.echo(
        "".join(f"    {line}\n" for line in (f"cd {_quoted(folder)}", "handbook build")),
        nl=False,
    )


def _quoted(folder: Path) -> str:
    """A folder as the shell of this machine takes it; no name on Windows has a double quote."""
    return f'"{folder}"' if os.name == "nt" else shlex.quote(str(folder))
