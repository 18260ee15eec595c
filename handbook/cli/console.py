"""What every command needs: the data, the ways out, and how findings are told."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

import typer
from rich.console import Console

from handbook.authoring.writing import CannotWrite
from handbook.checks.check_all import Checked, Keep, Reported, check_each
from handbook.checks.formats import FORMATS
from handbook.checks.together import number, together
from handbook.cli.options import LANG
from handbook.company.workshop import NoCompany, UnknownCompany, company_meant
from handbook.reading.library import Library, NoData, load
from handbook.words.catalogue import languages, say
from handbook.words.facts import listed, told
from handbook.words.problem import Problem

T = TypeVar("T")
CONFIG = Path("mkdocs.yml")
out, err = (
    Console(highlight=False, soft_wrap=True, emoji=False),
    Console(stderr=True, highlight=False, soft_wrap=True, emoji=False),
)
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):  # a console that can't show Chinese must not end us
        stream.reconfigure(errors="backslashreplace")


def tell(key: str, lang: str, **facts: object) -> None:
    """Say what was done."""
    out.print(told(key, lang, **facts), markup=False)


def remark(key: str, lang: str, **facts: object) -> None:
    """Say something beside what was asked for."""
    err.print(told(key, lang, **facts), markup=False)


def fail(text: str) -> typer.Exit:
    """Say why nothing was done; status 2."""
    err.print(text, markup=False)
    return typer.Exit(2)


def refuse(key: str, lang: str, near: tuple[str, ...] = (), **facts: object) -> typer.Exit:
    """Say why nothing was done, and what may have been meant; status 2."""
    return fail(told(key, lang, **facts) + did_you_mean(near, lang))


@contextmanager
def writing(lang: str) -> Iterator[None]:
    """End a command that the machine lets write nothing."""
    try:
        yield
    except CannotWrite as error:
        raise refuse("cli.unwritten", lang, path=error.path, reason=error.reason) from None


def home(path: Path, lang: str) -> Path:
    """A path with its ``~``: a shell leaves that alone behind ``--out=``."""
    try:
        return path.expanduser()
    except RuntimeError:
        raise refuse("cli.no-home", lang, path=path) from None


def know(lang: str) -> None:
    """End a command that was asked for a language that is not there."""
    if lang not in languages():
        raise refuse("cli.lang", LANG, name=lang, known=languages())


def open_library(data: Path, lang: str) -> Library:
    """The data, or the end of the command."""
    data = home(data, lang)
    try:
        library = load(data)
    except NoData:
        raise refuse("NoData", lang, name=data) from None
    gc.freeze()  # what was read stays to the end: it is not looked through after each company
    return library


def open_to_write(data: Path, lang: str) -> Library:
    """The data of a format that this program knows, or the end of the command."""
    library = open_library(data, lang)
    if not library.readable:
        report_unread(library.base.problems, lang)
        raise typer.Exit(1)
    return library


def report_unread(problems: Iterable[Problem], lang: str) -> None:
    """Report why the data can't be read: of no company more than of another."""
    report(tuple(Reported(problem, ()) for problem in problems), lang)


def report(found: tuple[Reported, ...], lang: str) -> None:
    """Each finding with its line of the file, then what was not checked."""
    if text := FORMATS["text"](found, lang):
        out.print(text, markup=False)


def counts(found: tuple[Reported, ...], lang: str) -> str:
    """How many errors, warnings, accepted findings and unchecked things there are; or nothing."""
    every = [one.problem for one in found]
    problems = [problem for problem in every if not problem.unchecked]
    open_ = [problem.severity for problem in problems if problem.accepted is None]
    numbers = {
        "error": open_.count("error"),
        "warning": open_.count("warning"),
        "accepted": len(problems) - len(open_),
        "unchecked": number(together(every)),
    }
    return listed([say(f"cli.{name}", lang, n=n) for name, n in numbers.items() if n], lang)


def not_both(company: str | None, all_: bool, lang: str) -> None:
    """End a command that was told one company and all of them."""
    if company and all_:
        raise fail(say("cli.both", lang))


def default_company(library: Library, lang: str) -> str:
    """The company that HANDBOOK_COMPANY or mkdocs.yml names, or whichever there is."""
    from handbook.engines.mkdocs.build import configured_company  # noqa: PLC0415 - MkDocs is slow to import
    from handbook.engines.site import WrongSettings  # noqa: PLC0415

    try:
        named = configured_company(CONFIG, lang)
        found = company_meant(library, named)
    except WrongSettings as error:
        raise fail(str(error)) from None
    except NoCompany as error:
        raise refuse("NoCompany", lang, name=error) from None
    if not named and len(library.companies) > 1:
        remark("cli.company-meant", lang, name=found)
    return found


def checked(
    library: Library,
    companies: list[str],
    lang: str,
    keep: Keep[T],
    *,
    draft: bool | None,
) -> Checked[T]:
    """Findings, and what ``keep`` keeps of handbooks; ends the command for an unknown company."""
    try:
        return check_each(library, companies, keep, draft=draft)
    except UnknownCompany as error:
        raise _unknown(error, lang) from None


def must_exist(library: Library, company: str, lang: str) -> None:
    """End a command for a company that is not there."""
    if company not in library.companies:
        raise _unknown(UnknownCompany(company, list(library.companies)), lang)


def _unknown(error: UnknownCompany, lang: str) -> typer.Exit:
    text = told("UnknownCompany", lang, name=error.id) + did_you_mean(error.near, lang)
    return fail(text + told("cli.companies", lang, names=error.known))


def did_you_mean(names: tuple[str, ...], lang: str) -> str:
    """What may have been meant; nothing if nobody knows."""
    return told("did-you-mean", lang, names=names) if names else ""
