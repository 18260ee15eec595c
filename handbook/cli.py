"""The commands. Exit status: 0 fine, 1 problems in the data, 2 wrong use or a broken machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from handbook.check_all import check_companies
from handbook.load import load

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def main() -> None: ...


@app.command()
def check(
    company: Annotated[str | None, typer.Option()] = None,
    all_: Annotated[bool, typer.Option("--all")] = False,
    data: Annotated[Path, typer.Option()] = Path("policy_data"),
    lang: Annotated[str, typer.Option(envvar="HANDBOOK_LANG")] = "zh",
) -> None:
    library = load(data)
    _, problems = check_companies(library, [company] if company else list(library.companies))
    for problem in problems:
        print(problem.line(lang))
    sys.exit(1 if problems else 0)
