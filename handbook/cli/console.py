"""What every command needs: the data, the ways out, and how findings are told."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

import typer
from rich.console import Console

from handbook.authoring.writing import CannotWrite
from handbook.checks.check_all import Checked, Keep, Reported, check_each
from handbook.checks.formats import FORMATS
from handbook.cli.options import LANG
from handbook.company.workshop import UnknownCompany
from handbook.reading.library import Library, NoData, load
from handbook.words.catalogue import languages, say
from handbook.words.facts import listed, told

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
    if not parts:
        return ""
    told = listed(parts, lang)
    return say("cli.counts" if numbers["error"] else "cli.counts-fine", lang, counts=told)


def not_both(company: str | None, all_: bool, lang: str) -> None:
    """End a command that was told one company and all of them."""
    if company and all_:
        raise fail(say("cli.both", lang))


def default_company(lang: str) -> str:
    """The company that HANDBOOK_COMPANY or mkdocs.yml names."""
    from handbook.engines.mkdocs.build import WrongSettings, configured_company  # noqa: PLC0415 - MkDocs is slow to import

    if not CONFIG.is_file():
        raise refuse("cli.no-config", lang)
    try:
        return configured_company(CONFIG, lang)
    except WrongSettings as error:
        raise fail(str(error)) from None


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
        text = told("UnknownCompany", lang, name=error.id) + did_you_mean(error.near, lang)
        raise fail(text + told("cli.companies", lang, names=error.known)) from None


def did_you_mean(names: tuple[str, ...], lang: str) -> str:
    """What may have been meant; nothing if nobody knows."""
    return told("did-you-mean", lang, names=names) if names else ""
