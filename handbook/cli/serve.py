"""handbook serve: the preview."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from handbook.cli.console import CONFIG, fail, know, open_library, refuse
from handbook.cli.options import DATA, LANG, CompanyOption, DraftOption, EditionOption, LangOption
from handbook.words.catalogue import FIRST, Phrase, say


def serve(
    company: CompanyOption = None,
    edition: EditionOption = "employee",
    draft: DraftOption = False,
    lang: LangOption = FIRST,
    address: Annotated[
        str, typer.Option("--address", help=say("help.address", LANG))
    ] = "127.0.0.1:8000",
) -> None:
    know(lang)
    if not CONFIG.exists():
        open_library(Path(os.environ.get("HANDBOOK_DATA", DATA)), lang)  # says so if there is none
    from handbook.engines.mkdocs.serve import CannotServe, NoSuchAddress, preview  # noqa: PLC0415 - MkDocs is slow to import

    if company:
        os.environ["HANDBOOK_COMPANY"] = company
    os.environ["HANDBOOK_DRAFT"] = "true" if draft else "false"
    os.environ["HANDBOOK_LANG"] = lang
    os.environ["HANDBOOK_EDITION"] = edition
    try:
        preview(CONFIG, address, lang)
    except NoSuchAddress as error:
        reason = str(error) or Phrase("serve.address")
        raise refuse("cli.port", lang, address=address, reason=reason) from None
    except CannotServe as error:
        raise (fail(str(error)) if str(error) else refuse("cli.no-preview", lang)) from None
