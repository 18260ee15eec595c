"""Sites that may be published, company by company: what build and export begin with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from handbook.checks.check_all import stopping
from handbook.cli.console import (
    checked,
    counts,
    default_company,
    fail,
    not_both,
    open_library,
    out,
    remark,
    report,
)
from handbook.cli.options import Edition
from handbook.company.workshop import is_draft
from handbook.engines.site import (
    CannotBuild,
    Settings,
    Site,
    WrongSettings,
    neighbour_of,
    neighbours,
)
from handbook.publishing.notes import CannotPublish


def sites(
    company: str | None, all_: bool, data: Path, edition: Edition, draft: bool, lang: str
) -> Iterator[Site]:
    """Check, report, and give the sites one after the other; problems end the command before."""
    not_both(company, all_, lang)
    library = open_library(data, lang)
    companies = list(library.companies) if all_ else [company or default_company(library, lang)]
    if all_ and not draft:
        waiting = [c for c in companies if is_draft(library.companies[c])]
        companies = [c for c in companies if c not in waiting]
        for identity in waiting:
            remark("cli.skipped", lang, name=identity)
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
        yield Site(
            Settings(identity, library.folder.resolve(), lang, draft, edition),
            found.book(identity, draft=draft), findings=found.found[identity],
            neighbours=others, beside=tuple(companies) if len(companies) > 1 else (),
            known=tuple(library.companies),
        )  # fmt: skip


@contextmanager
def publishing(lang: str) -> Iterator[None]:
    """End a command whose site can't be built or can't take its place."""
    try:
        yield
    except CannotPublish as error:
        raise fail(error.note.message(lang)) from None
    except WrongSettings as error:
        raise fail(str(error)) from None
    except CannotBuild as error:
        out.print(str(error), markup=False)
        remark("cli.aborted", lang)
        raise typer.Exit(1) from None
