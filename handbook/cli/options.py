"""The options that commands share, and the language of the help texts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from handbook.words.catalogue import FIRST, languages, say
from handbook.words.facts import listed

_WANTED = os.environ.get("HANDBOOK_LANG", FIRST)
LANG = _WANTED if _WANTED in languages() else FIRST
KNOWN = listed(languages(), LANG)
CompanyOption = Annotated[str | None, typer.Option("--company", help=say("help.company", LANG))]
OwnerOption = Annotated[str | None, typer.Option("--company", help=say("help.owner", LANG))]
AllOption = Annotated[bool, typer.Option("--all", help=say("help.all", LANG))]
DataOption = Annotated[
    Path, typer.Option("--data", envvar="HANDBOOK_DATA", help=say("help.data", LANG))
]
LangOption = Annotated[
    str, typer.Option("--lang", envvar="HANDBOOK_LANG", help=say("help.lang", LANG, known=KNOWN))
]
DraftOption = Annotated[bool, typer.Option("--draft", help=say("help.draft", LANG))]
OutOption = Annotated[Path, typer.Option("--out", help=say("help.out", LANG))]
Edition = Literal["employee", "managers", "hr"]
EditionOption = Annotated[
    Edition, typer.Option("--audience", "--edition", help=say("help.edition", LANG))
]
FormatOption = Annotated[
    Literal["text", "json", "sarif", "github"],
    typer.Option("--format", help=say("help.format", LANG)),
]
YesOption = Annotated[bool, typer.Option("--yes", help=say("help.yes", LANG))]
CodeArgument = Annotated[str, typer.Argument(metavar="CODE")]
DATA = Path("policy_data")
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR")]
EmptyOption = Annotated[bool, typer.Option("--empty", help=say("help.empty", LANG))]
NameOption = Annotated[str | None, typer.Option("--name", help=say("help.name", LANG))]
TakeOption = Annotated[list[str] | None, typer.Option("--take", help=say("help.take", LANG))]
IdArgument = Annotated[str, typer.Argument(metavar="ID")]
