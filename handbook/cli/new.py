"""handbook new: a company, role or process to fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handbook.authoring.new_company import Exists, new_company
from handbook.authoring.new_thing import NothingToReferTo, new_thing
from handbook.authoring.take import NothingOfTheName
from handbook.cli.console import know, must_exist, open_to_write, refuse, tell, writing
from handbook.cli.options import DATA, DataOption, IdArgument, LangOption, OwnerOption, TakeOption
from handbook.words.catalogue import FIRST, Phrase


def company(
    identity: IdArgument,
    take: TakeOption = None,
    data: DataOption = DATA,
    lang: LangOption = FIRST,
) -> None:
    know(lang)
    library = open_to_write(data, lang)
    path = created(lambda: new_company(library, identity, lang, take or ()), identity, lang)
    tell("cli.new-company", lang, path=path, id=identity)


def role(
    identity: IdArgument,
    company: OwnerOption = None,
    data: DataOption = DATA,
    lang: LangOption = FIRST,
) -> None:
    _thing("role", identity, company, data, lang)


def process(
    identity: IdArgument,
    company: OwnerOption = None,
    data: DataOption = DATA,
    lang: LangOption = FIRST,
) -> None:
    _thing("process", identity, company, data, lang)


def _thing(kind: str, identity: str, company: str | None, data: Path, lang: str) -> None:
    know(lang)
    library = open_to_write(data, lang)
    if company is not None:
        must_exist(library, company, lang)
    path = created(lambda: new_thing(library, kind, identity, lang, company), identity, lang)
    tell("cli.new-thing", lang, path=path)


def created(create: Callable[[], Path], identity: str, lang: str) -> Path:
    """What ``create`` wrote; ends the command where it could not."""
    try:
        with writing(lang):
            return create()
    except Exists as error:
        raise refuse("cli.exists", lang, path=str(error)) from None
    except NothingOfTheName as error:
        raise refuse("cli.nothing-to-take", lang, error.near, name=error.name) from None
    except NothingToReferTo as error:
        raise refuse("cli.nothing", lang, kind=Phrase(f"kind.{error.kind}")) from None
    except ValueError:
        raise refuse("cli.bad-id", lang, id=identity) from None
