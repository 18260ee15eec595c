"""The commands. Exit status: 0 fine, 1 problems in the data, 2 wrong use or a broken machine."""

from __future__ import annotations

from typing import Annotated

import typer

from handbook.cli.accept_base import accept_base
from handbook.cli.build import build
from handbook.cli.check import check
from handbook.cli.console import err, out
from handbook.cli.explain import explain
from handbook.cli.export import export
from handbook.cli.init import init
from handbook.cli.migrate import migrate
from handbook.cli.new import company, process, role
from handbook.cli.options import LANG
from handbook.cli.schema import schema
from handbook.cli.serve import serve
from handbook.publishing.unfinished import repair
from handbook.words.catalogue import say
from handbook.words.version import VERSION

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help=say("help", LANG), rich_markup_mode=None,
)  # fmt: skip


def _version(asked: bool) -> None:
    if asked:
        out.print(VERSION, markup=False)
        raise typer.Exit


@app.callback()
def begin(
    version: Annotated[
        bool, typer.Option("--version", help=say("help.version", LANG), callback=_version)
    ] = False,
) -> None:
    """Before every command: put right what a killed build left."""
    for note in repair():
        err.print(note.message(LANG), markup=False)


for command in (init, check, explain, build, export, serve, schema, migrate, accept_base):
    name = command.__name__.replace("_", "-")
    app.command(name, help=say(f"help.{name}", LANG))(command)
new = typer.Typer(no_args_is_help=True, help=say("help.new", LANG))
for created in (company, role, process):
    new.command(help=say(f"help.new-{created.__name__}", LANG))(created)
app.add_typer(new, name="new")
