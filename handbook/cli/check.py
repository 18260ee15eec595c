"""handbook check: look for problems, change nothing."""

from __future__ import annotations

import typer

from handbook.checks.check_all import open_values
from handbook.checks.formats import FORMATS
from handbook.cli.console import checked, know, not_both, open_library, report, tell
from handbook.cli.options import (
    DATA,
    AllOption,
    CompanyOption,
    DataOption,
    FormatOption,
    LangOption,
)
from handbook.cli.pages import with_pages
from handbook.words.catalogue import FIRST
from handbook.words.problem import blocking


def check(
    company: CompanyOption = None,
    all_: AllOption = False,
    data: DataOption = DATA,
    format_: FormatOption = "text",
    lang: LangOption = FIRST,
) -> None:
    know(lang)
    not_both(company, all_, lang)
    library = open_library(data, lang)
    companies = [company] if company else list(library.companies)
    found = with_pages(checked(library, companies, lang, draft=None), library, lang)
    if format_ != "text":
        if text := FORMATS[format_](found.reported, lang):
            typer.echo(text)
        raise typer.Exit(1 if blocking(found.problems) else 0)
    report(found.reported, lang)
    if blocking(found.problems):
        raise typer.Exit(1)
    for identity, book in found.books.items():
        if book.draft and (still := open_values(book)):
            tell("cli.draft-open", lang, name=identity, n=still)
    tell("cli.sound", lang, n=len(companies))
