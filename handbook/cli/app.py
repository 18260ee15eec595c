"""The commands. Exit status: 0 fine, 1 problems in the data, 2 wrong use or a broken machine."""

from __future__ import annotations

import typer

from handbook.cli.build import build
from handbook.cli.check import check
from handbook.cli.console import err
from handbook.cli.explain import explain
from handbook.cli.migrate import migrate
from handbook.cli.new import company, process, role
from handbook.cli.options import LANG
from handbook.cli.schema import schema
from handbook.cli.serve import serve
from handbook.publishing.unfinished import repair
from handbook.words.catalogue import say

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help=say("help", LANG), rich_markup_mode=None,
)  # fmt: skip


@app.callback()
def begin() -> None:
    """Before every command: put right what a killed build left."""
    for note in repair():
        err.print(note.message(LANG), markup=False)


for command in (check, explain, build, serve, schema, migrate):
    app.command(help=say(f"help.{command.__name__}", LANG))(command)
new = typer.Typer(no_args_is_help=True, help=say("help.new", LANG))
for created in (company, role, process):
    new.command(help=say(f"help.new-{created.__name__}", LANG))(created)
app.add_typer(new, name="new")
