"""handbook build: check, then publish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from handbook.checks.check_all import stopping
from handbook.cli.console import (
    CONFIG,
    checked,
    counts,
    default_company,
    err,
    fail,
    home,
    know,
    not_both,
    open_library,
    out,
    refuse,
    remark,
    report,
    tell,
)
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
from handbook.company.workshop import is_draft
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
    from handbook.engines.site import (  # noqa: PLC0415 - it knows all pages
        CannotBuild,
        Settings,
        Site,
        WrongSettings,
        neighbour_of,
        neighbours,
    )
    from handbook.publishing.notes import CannotPublish  # noqa: PLC0415

    know(lang)
    if by not in engines():
        raise refuse("cli.engine", lang, name=by, known=engines())
    not_both(company, all_, lang)
    library = open_library(data, lang)
    companies = list(library.companies) if all_ else [company or default_company(library, lang)]
    if all_ and not draft:
        waiting = [c for c in companies if is_draft(library.companies[c])]
        companies = [c for c in companies if c not in waiting]
        for identity in waiting:
            remark("cli.skipped", lang, name=identity)
    try:
        found = checked(
            library, companies, lang, lambda book: neighbour_of(book, lang, edition), draft=draft
        )
        reported = found.reported
        report(reported, lang)
        stopped = bool(stopping(found.problems, draft=draft))
        if told := counts(reported, lang):
            remark("cli.counts" if stopped else "cli.counts-fine", lang, counts=told)
        if stopped:
            raise typer.Exit(1)
        others = neighbours(library, lang, edition) if edition == "hr" else found.kept
        for identity in companies:
            settings = Settings(identity, library.folder.resolve(), lang, draft, edition)
            beside = tuple(companies) if len(companies) > 1 else ()
            target = home(out_dir, lang) / settings.folder_of(identity)
            site = Site(
                settings, found.book(identity, draft=draft), findings=found.found[identity],
                neighbours=others, beside=beside, known=tuple(library.companies),
            )  # fmt: skip
            for note in engine(by).build_site(CONFIG, target, site):
                err.print(note, markup=False)
            tell("cli.built", lang, path=target / "index.html")
    except CannotPublish as error:
        raise fail(error.note.message(lang)) from None
    except WrongSettings as error:
        raise fail(str(error)) from None
    except CannotBuild as error:
        out.print(str(error), markup=False)
        remark("cli.aborted", lang)
        raise typer.Exit(1) from None
