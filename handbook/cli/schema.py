"""handbook schema: JSON Schema for editors."""

from __future__ import annotations

from handbook.authoring.schema import write_schemas
from handbook.authoring.writing import CannotWrite
from handbook.cli.console import fail, open_library, out, told
from handbook.cli.options import DATA, DataOption, LangOption
from handbook.words.catalogue import say


def schema(data: DataOption = DATA, lang: LangOption = "zh") -> None:
    library = open_library(data, lang)
    try:
        paths = write_schemas(library.folder, library.base.things)
    except CannotWrite as error:
        raise fail(told("cli.unwritten", lang, path=error.path, reason=error.reason)) from None
    out.print(say("cli.schema", lang, n=len(paths)), markup=False)
