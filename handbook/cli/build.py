"""handbook build: check, then publish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from handbook.cli.console import CONFIG, err, home, know, refuse, tell
from handbook.cli.options import (
    DATA,
    LANG,
    AllOption,
    CompanyOption,
    DataOption,
    DraftOption,
    EditionOption,
    LangOption,
    OutOption,
)
from handbook.engines import USUAL, engine, engines
from handbook.words.catalogue import FIRST, say

EngineOption = Annotated[
    str, typer.Option("--engine", metavar="|".join(engines()), help=say("help.engine", LANG))
]


def build(
    company: CompanyOption = None,
    all_: AllOption = False,
    data: DataOption = DATA,
    out_dir: OutOption = Path("site"),
    edition: EditionOption = "employee",
    draft: DraftOption = False,
    lang: LangOption = FIRST,
    by: EngineOption = USUAL,
) -> None:
    from handbook.cli.sites import publishing, sites  # noqa: PLC0415 - knows all pages

    know(lang)
    if by not in engines():
        raise refuse("cli.engine", lang, name=by, known=engines())
    with publishing(lang):
        for site in sites(company, all_, data, edition, draft, lang):
            target = home(out_dir, lang) / site.settings.folder_of(site.company)
            for note in engine(by).build_site(CONFIG, target, site):
                err.print(note, markup=False)
            tell("cli.built", lang, path=target / "index.html")
