"""handbook new: a company, role or process to fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handbook.authoring.new_company import Exists, new_company
from handbook.authoring.new_thing import NothingToReferTo, new_thing
from handbook.cli.console import fail, know, open_library, out
from handbook.cli.options import DATA, DataOption, IdArgument, LangOption
from handbook.words.catalogue import FIRST, say


def company(identity: IdArgument, data: DataOption = DATA, lang: LangOption = FIRST) -> None:
    know(lang)
    library = open_library(data, lang)
    path = created(lambda: new_company(library, identity, lang), identity, lang)
    out.print(say("cli.new-company", lang, path=path, id=identity), markup=False)


def role(identity: IdArgument, data: DataOption = DATA, lang: LangOption = FIRST) -> None:
    know(lang)
    library = open_library(data, lang)
    path = created(lambda: new_thing(library, "role", identity, lang), identity, lang)
    out.print(say("cli.new-thing", lang, path=path), markup=False)


def process(identity: IdArgument, data: DataOption = DATA, lang: LangOption = FIRST) -> None:
    know(lang)
    library = open_library(data, lang)
    path = created(lambda: new_thing(library, "process", identity, lang), identity, lang)
    out.print(say("cli.new-thing", lang, path=path), markup=False)


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
