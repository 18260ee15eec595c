"""The commands. Exit status: 0 fine, 1 problems in the data, 2 wrong use or a broken machine."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console

from handbook.catalogue import LANGUAGES, say
from handbook.check_all import Checked, Reported, check_each, neighbours, open_values, stopping
from handbook.company import UnknownCompany, is_draft
from handbook.explain import UnknownCode, explanation
from handbook.formats import FORMATS
from handbook.formats.clean import clean
from handbook.load import Library, NoData, load
from handbook.new_company import Exists, new_company
from handbook.new_thing import NothingToReferTo, new_thing
from handbook.problem import blocking
from handbook.schema import write_schemas

LANG = (
    os.environ.get("HANDBOOK_LANG", "zh") if os.environ.get("HANDBOOK_LANG") in LANGUAGES else "zh"
)
CONFIG = Path("mkdocs.yml")
out, err = (
    Console(highlight=False, soft_wrap=True, emoji=False),
    Console(stderr=True, highlight=False, soft_wrap=True, emoji=False),
)
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):  # a console that can't show Chinese must not end us
        stream.reconfigure(errors="backslashreplace")
app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help=say("help", LANG), rich_markup_mode=None,
)  # fmt: skip
new = typer.Typer(no_args_is_help=True, help=say("help.new", LANG))
app.add_typer(new, name="new")

CompanyOption = Annotated[str | None, typer.Option("--company", help=say("help.company", LANG))]
AllOption = Annotated[bool, typer.Option("--all", help=say("help.all", LANG))]
DataOption = Annotated[
    Path, typer.Option("--data", envvar="HANDBOOK_DATA", help=say("help.data", LANG))
]
LangOption = Annotated[
    str, typer.Option("--lang", envvar="HANDBOOK_LANG", help=say("help.lang", LANG))
]
DraftOption = Annotated[bool, typer.Option("--draft", help=say("help.draft", LANG))]
OutOption = Annotated[Path, typer.Option("--out", help=say("help.out", LANG))]
EditionOption = Annotated[
    Literal["employee", "hr"], typer.Option("--edition", help=say("help.edition", LANG))
]
FormatOption = Annotated[
    Literal["text", "json", "sarif", "github"],
    typer.Option("--format", help=say("help.format", LANG)),
]
CodeArgument = Annotated[str, typer.Argument(metavar="CODE")]
DATA = Path("policy_data")


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
    from macros.build import configured_company  # noqa: PLC0415 - MkDocs is slow to import

    if not CONFIG.is_file():
        raise fail(say("cli.no-config", LANG))
    return configured_company(CONFIG)


def checked(library: Library, companies: list[str], lang: str, *, draft: bool | None) -> Checked:
    """Handbooks and findings; ends the command for an unknown company."""
    try:
        return check_each(library, companies, draft=draft)
    except UnknownCompany as error:
        text = say("UnknownCompany", lang, name=error.id) + _did_you_mean(error.near, lang)
        names = say("list-separator", lang).join(error.known)
        raise fail(text + say("cli.companies", lang, names=names)) from None


def _did_you_mean(names: tuple[str, ...], lang: str) -> str:
    known = say("list-separator", lang).join(names)
    return say("did-you-mean", lang, names=known) if names else ""


@app.command(help=say("help.check", LANG))
def check(
    company: CompanyOption = None,
    all_: AllOption = False,
    data: DataOption = DATA,
    format_: FormatOption = "text",
    lang: LangOption = "zh",
) -> None:
    not_both(company, all_)
    library = open_library(data, lang)
    companies = [company] if company else list(library.companies)
    found = checked(library, companies, lang, draft=None)
    if format_ != "text":
        if text := FORMATS[format_](found.reported, lang):
            typer.echo(text)
        raise typer.Exit(1 if blocking(found.problems) else 0)
    report(found.reported, lang)
    if blocking(found.problems):
        raise typer.Exit(1)
    for identity, book in found.books.items():
        if book.draft and (still := open_values(book)):
            out.print(say("cli.draft-open", lang, name=identity, n=still), markup=False)
    out.print(say("cli.sound", lang, n=len(companies)), markup=False)


@app.command(help=say("help.explain", LANG))
def explain(code: CodeArgument, lang: LangOption = "zh") -> None:
    if lang not in LANGUAGES:
        raise fail(say("cli.lang", "zh", name=lang))
    try:
        out.print(explanation(code).text(lang), markup=False)
    except UnknownCode as error:
        text = say("explain.unknown", lang, code=clean(error.code))
        raise fail(text + _did_you_mean(error.near, lang)) from None


@app.command(help=say("help.build", LANG))
def build(
    company: CompanyOption = None,
    all_: AllOption = False,
    data: DataOption = DATA,
    out_dir: OutOption = Path("site"),
    edition: EditionOption = "employee",
    draft: DraftOption = False,
    lang: LangOption = "zh",
) -> None:
    from handbook.output import CannotPublish  # noqa: PLC0415
    from macros.build import CannotBuild, build_site  # noqa: PLC0415 - MkDocs is slow to import
    from macros.site import Settings  # noqa: PLC0415

    not_both(company, all_)
    if not CONFIG.is_file():
        raise fail(say("cli.no-config", lang))
    library = open_library(data, lang)
    companies = list(library.companies) if all_ else [company or default_company()]
    if all_ and not draft:
        waiting = [c for c in companies if is_draft(library.companies[c])]
        companies = [c for c in companies if c not in waiting]
        for identity in waiting:
            err.print(say("cli.skipped", lang, name=identity), markup=False)
    try:
        found = checked(library, companies, lang, draft=draft)
        books = found.books
        report(found.reported, lang)
        if stopping(found.problems, draft=draft):
            raise typer.Exit(1)
        for identity in companies:
            settings = Settings(identity, data.resolve(), lang, draft, edition)
            others = neighbours(library, identity) if edition == "hr" else books
            beside = tuple(companies) if len(companies) > 1 else ()
            target = out_dir / settings.folder_of(identity)
            build_site(
                CONFIG, target, books[identity], settings,
                findings=found.found[identity], neighbours=others, beside=beside,
            )  # fmt: skip
            out.print(say("cli.built", lang, path=target / "index.html"), markup=False)
    except CannotPublish as error:
        raise fail(say(error.key, lang, path=error.path, reason=error.reason)) from None
    except CannotBuild as error:
        out.print(str(error), markup=False)
        err.print(say("cli.aborted", lang), markup=False)
        raise typer.Exit(1) from None


@app.command(help=say("help.serve", LANG))
def serve(
    company: CompanyOption = None,
    edition: EditionOption = "employee",
    draft: DraftOption = False,
    lang: LangOption = "zh",
    address: Annotated[
        str, typer.Option("--address", help=say("help.address", LANG))
    ] = "127.0.0.1:8000",
) -> None:
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)
    if company:
        os.environ["HANDBOOK_COMPANY"] = company
    os.environ["HANDBOOK_DRAFT"] = "true" if draft else "false"
    os.environ["HANDBOOK_LANG"] = lang
    os.environ["HANDBOOK_EDITION"] = edition
    if lang not in LANGUAGES:
        raise fail(say("cli.lang", LANG, name=lang))
    if not CONFIG.is_file():
        raise fail(say("cli.no-config", lang))
    try:
        mkdocs_serve(str(CONFIG), dev_addr=address)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise fail(say("cli.port", lang, address=address, reason=reason)) from None
    except MkDocsException as error:
        raise fail(str(error).strip()) from None


IdArgument = Annotated[str, typer.Argument(metavar="ID")]


@new.command("company", help=say("help.new-company", LANG))
def company_(identity: IdArgument, data: DataOption = DATA, lang: LangOption = "zh") -> None:
    library = open_library(data, lang)
    path = created(lambda: new_company(library, identity, lang), identity, lang)
    out.print(say("cli.new-company", lang, path=path, id=identity), markup=False)


@new.command("role", help=say("help.new-role", LANG))
def role_(identity: IdArgument, data: DataOption = DATA, lang: LangOption = "zh") -> None:
    library = open_library(data, lang)
    path = created(lambda: new_thing(library, "role", identity, lang), identity, lang)
    out.print(say("cli.new-thing", lang, path=path), markup=False)


@new.command("process", help=say("help.new-process", LANG))
def process_(identity: IdArgument, data: DataOption = DATA, lang: LangOption = "zh") -> None:
    library = open_library(data, lang)
    path = created(lambda: new_thing(library, "process", identity, lang), identity, lang)
    out.print(say("cli.new-thing", lang, path=path), markup=False)


@app.command(help=say("help.schema", LANG))
def schema(data: DataOption = DATA, lang: LangOption = "zh") -> None:
    library = open_library(data, lang)
    paths = write_schemas(library.folder, library.base.things)
    out.print(say("cli.schema", lang, n=len(paths)), markup=False)


def created(create: Callable[[], Path], identity: str, lang: str) -> Path:
    """What ``create`` wrote; ends the command where it could not."""
    try:
        return create()
    except Exists as error:
        raise fail(say("cli.exists", lang, path=error)) from None
    except NothingToReferTo as error:
        raise fail(say("cli.nothing", lang, kind=say(f"kind.{error.kind}", lang))) from None
    except ValueError:
        raise fail(say("cli.bad-id", lang, id=identity)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise fail(say("publish.denied", lang, path=error.filename, reason=reason)) from None
