"""handbook schema: JSON Schema for editors."""

from __future__ import annotations

from handbook.authoring.schema import write_schemas
from handbook.cli.console import know, open_to_write, tell, writing
from handbook.cli.options import DATA, DataOption, LangOption
from handbook.words.catalogue import FIRST


def schema(data: DataOption = DATA, lang: LangOption = FIRST) -> None:
    know(lang)
    library = open_to_write(data, lang)
    with writing(lang):
        paths = write_schemas(library.folder, library.base.things, lang)
    tell("cli.schema", lang, n=len(paths))
