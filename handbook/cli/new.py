"""handbook new: a company, role or process to fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handbook.authoring.new_company import Exists, new_company
from handbook.authoring.new_thing import NothingToReferTo, new_thing
from handbook.authoring.writing import CannotWrite
from handbook.cli.console import fail, open_library, out, told
from handbook.cli.options import DATA, DataOption, IdArgument, LangOption
from handbook.words.catalogue import say


def company(identity: IdArgument, data: DataOption = DATA, lang: LangOption = "zh") -> None:
    library = open_library(data, lang)
    path = created(lambda: new_company(library, identity, lang), identity, lang)
    out.print(told("cli.new-company", lang, path=path, id=identity), markup=False)


def role(identity: IdArgument, data: DataOption = DATA, lang: LangOption = "zh") -> None:
    library = open_library(data, lang)
    path = created(lambda: new_thing(library, "role", identity, lang), identity, lang)
    out.print(told("cli.new-thing", lang, path=path), markup=False)


def process(identity: IdArgument, data: DataOption = DATA, lang: LangOption = "zh") -> None:
    library = open_library(data, lang)
    path = created(lambda: new_thing(library, "process", identity, lang), identity, lang)
    out.print(told("cli.new-thing", lang, path=path), markup=False)


def created(create: Callable[[], Path], identity: str, lang: str) -> Path:
    """What ``create`` wrote; ends the command where it could not."""
    try:
        return create()
    except Exists as error:
        raise fail(told("cli.exists", lang, path=str(error))) from None
    except NothingToReferTo as error:
        raise fail(say("cli.nothing", lang, kind=say(f"kind.{error.kind}", lang))) from None
    except ValueError:
        raise fail(told("cli.bad-id", lang, id=identity)) from None
    except CannotWrite as error:
        raise fail(told("cli.unwritten", lang, path=error.path, reason=error.reason)) from None
