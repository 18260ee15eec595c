"""handbook check: look for problems, change nothing."""

from __future__ import annotations

import typer

from handbook.checks.check_all import Checked, Reported, open_in_draft
from handbook.checks.formats import FORMATS
from handbook.cli.console import (
    checked,
    counts,
    know,
    not_both,
    open_library,
    remark,
    report,
    tell,
)
from handbook.cli.options import (
    DATA,
    AllOption,
    CompanyOption,
    DataOption,
    FormatOption,
    LangOption,
)
from handbook.cli.pages import with_pages
from handbook.company.workshop import is_locked
from handbook.words.catalogue import FIRST, say
from handbook.words.facts import listed
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
    found = checked(library, companies, lang, open_in_draft, draft=None)
    found = with_pages(found, library, lang)
    reported, failed = found.reported, bool(blocking(found.problems))
    if format_ == "text":
        report(reported, lang)
    elif text := FORMATS[format_](reported, lang):
        typer.echo(text)
    if format_ == "text" and not failed:
        for identity, still in found.kept.items():
            if still:
                tell("cli.draft-open", lang, name=identity, n=still)
        if unlocked := [c for c in found.kept if not is_locked(library.companies[c])]:
            remark("cli.no-lock", lang, names=unlocked)
    if format_ in ("text", "github"):  # the others are for programs alone
        _conclude(found, reported, len(companies), lang, failed=failed, aside=format_ != "text")
    if failed:
        raise typer.Exit(1)


def _conclude(
    found: Checked[int],
    reported: tuple[Reported, ...],
    n: int,
    lang: str,
    *,
    failed: bool,
    aside: bool,
) -> None:
    """What was looked at, and how much was found and not checked."""
    looked = [say("cli.of-companies", lang, n=n)]
    looked += [say("cli.of-rules", lang, n=len(found.rules))]
    said, told = counts(reported, lang), listed(looked, lang)
    key = "cli.failed" if failed else "cli.passed-but" if said else "cli.passed"
    (remark if failed or aside else tell)(key, lang, looked=told, counts=said)
