"""What every command needs: the data, the ways out, and how findings are told."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import typer
from rich.console import Console

from handbook.checks.check_all import Checked, Reported, check_each
from handbook.checks.formats import FORMATS
from handbook.cli.options import LANG
from handbook.company.workshop import UnknownCompany
from handbook.reading.library import Library, NoData, load
from handbook.words.catalogue import LANGUAGES, say
from handbook.words.terminal import clean

CONFIG = Path("mkdocs.yml")
out, err = (
    Console(highlight=False, soft_wrap=True, emoji=False),
    Console(stderr=True, highlight=False, soft_wrap=True, emoji=False),
)
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):  # a console that can't show Chinese must not end us
        stream.reconfigure(errors="backslashreplace")


def fail(text: str) -> typer.Exit:
    """Say why nothing was done; status 2."""
    err.print(text, markup=False)
    return typer.Exit(2)


def open_library(data: Path, lang: str) -> Library:
    """The data, or the end of the command."""
    if lang not in LANGUAGES:
        raise fail(say("cli.lang", "zh", name=lang))
    try:
        return load(data)
    except NoData:
        raise fail(say("NoData", lang, name=data)) from None


def report(found: tuple[Reported, ...], lang: str) -> None:
    """Each finding with its line of the file, then how many there are of each severity."""
    if text := FORMATS["text"](found, lang):
        out.print(text, markup=False)
    if counts := _counts(found, lang):
        err.print(counts, markup=False)


def _counts(found: tuple[Reported, ...], lang: str) -> str:
    """How many errors, warnings and accepted findings there are; nothing if there are none."""
    problems = [one.problem for one in found]
    open_ = [problem.severity for problem in problems if problem.accepted is None]
    numbers = {
        "error": open_.count("error"),
        "warning": open_.count("warning"),
        "accepted": len(problems) - len(open_),
    }
    parts = [say(f"cli.{name}", lang, n=n) for name, n in numbers.items() if n]
    text = say("list-separator", lang).join(parts)
    if not parts:
        return ""
    return say("cli.counts" if numbers["error"] else "cli.counts-fine", lang, counts=text)


def not_both(company: str | None, all_: bool) -> None:
    """End a command that was told one company and all of them."""
    if company and all_:
        raise fail(say("cli.both", LANG))


def default_company() -> str:
    """The company that HANDBOOK_COMPANY or mkdocs.yml names."""
    from handbook.engines.mkdocs.build import configured_company  # noqa: PLC0415 - MkDocs is slow to import

    if not CONFIG.is_file():
        raise fail(say("cli.no-config", LANG))
    return configured_company(CONFIG)


def checked(library: Library, companies: list[str], lang: str, *, draft: bool | None) -> Checked:
    """Handbooks and findings; ends the command for an unknown company."""
    try:
        return check_each(library, companies, draft=draft)
    except UnknownCompany as error:
        text = say("UnknownCompany", lang, name=clean(error.id)) + did_you_mean(error.near, lang)
        names = say("list-separator", lang).join(map(clean, error.known))
        raise fail(text + say("cli.companies", lang, names=names)) from None


def did_you_mean(names: tuple[str, ...], lang: str) -> str:
    """What may have been meant; nothing if nobody knows."""
    known = say("list-separator", lang).join(map(clean, names))
    return say("did-you-mean", lang, names=known) if names else ""
