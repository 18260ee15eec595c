"""handbook accept-base: a company has seen what it takes of the base, and takes it as it is."""

from __future__ import annotations

import typer

from handbook.authoring.accept_base import accept_base as accept
from handbook.cli.console import (
    checked,
    know,
    not_both,
    open_to_write,
    report,
    tell,
    writing,
)
from handbook.cli.options import DATA, AllOption, CompanyOption, DataOption, LangOption
from handbook.company.workshop import Workshop
from handbook.words.catalogue import FIRST


def accept_base(
    company: CompanyOption = None,
    all_: AllOption = False,
    data: DataOption = DATA,
    lang: LangOption = FIRST,
) -> None:
    know(lang)
    not_both(company, all_, lang)
    library = open_to_write(data, lang)
    companies = [company] if company else list(library.companies)
    found = checked(library, companies, lang, lambda _: True, draft=True)
    if len(found.kept) < len(companies):  # nobody knows what a company with mistakes takes
        report(tuple(one for one in found.reported if one.problem.blocks), lang)
        raise typer.Exit(1)
    workshop = Workshop(library)
    for identity in companies:
        with writing(lang):
            path, n = accept(workshop, identity)
        tell("cli.accepted-base", lang, name=identity, n=n, path=path)
