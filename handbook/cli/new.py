"""handbook new: a company, role or process to fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handbook.authoring.new_company import Exists, new_company
from handbook.authoring.new_thing import NothingToReferTo, new_thing
from handbook.cli.console import know, open_to_write, refuse, tell, writing
from handbook.cli.options import DATA, DataOption, IdArgument, LangOption
from handbook.words.catalogue import FIRST, Phrase


def company(identity: IdArgument, data: DataOption = DATA, lang: LangOption = FIRST) -> None:
    know(lang)
    library = open_to_write(data, lang)
    path = created(lambda: new_company(library, identity, lang), identity, lang)
    tell("cli.new-company", lang, path=path, id=identity)


def role(identity: IdArgument, data: DataOption = DATA, lang: LangOption = FIRST) -> None:
    know(lang)
    library = open_to_write(data, lang)
    path = created(lambda: new_thing(library, "role", identity, lang), identity, lang)
    tell("cli.new-thing", lang, path=path)


def process(identity: IdArgument, data: DataOption = DATA, lang: LangOption = FIRST) -> None:
    know(lang)
    library = open_to_write(data, lang)
    path = created(lambda: new_thing(library, "process", identity, lang), identity, lang)
    tell("cli.new-thing", lang, path=path)


def created(create: Callable[[], Path], identity: str, lang: str) -> Path:
    """What ``create`` wrote; ends the command where it could not."""
    try:
        with writing(lang):
            return create()
    except Exists as error:
        raise refuse("cli.exists", lang, path=str(error)) from None
    except NothingToReferTo as error:
        raise refuse("cli.nothing", lang, kind=Phrase(f"kind.{error.kind}")) from None
    except ValueError:
        raise refuse("cli.bad-id", lang, id=identity) from None
