"""handbook serve: the preview."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from handbook.cli.console import CONFIG, fail, told
from handbook.cli.options import LANG, CompanyOption, DraftOption, EditionOption, LangOption
from handbook.words.catalogue import LANGUAGES, say


def serve(
    company: CompanyOption = None,
    edition: EditionOption = "employee",
    draft: DraftOption = False,
    lang: LangOption = "zh",
    address: Annotated[
        str, typer.Option("--address", help=say("help.address", LANG))
    ] = "127.0.0.1:8000",
) -> None:
    from handbook.engines.mkdocs.serve import CannotServe, NoSuchAddress, preview  # noqa: PLC0415 - MkDocs is slow to import

    if company:
        os.environ["HANDBOOK_COMPANY"] = company
    os.environ["HANDBOOK_DRAFT"] = "true" if draft else "false"
    os.environ["HANDBOOK_LANG"] = lang
    os.environ["HANDBOOK_EDITION"] = edition
    if lang not in LANGUAGES:
        raise fail(told("cli.lang", LANG, name=lang))
    if not CONFIG.is_file():
        raise fail(say("cli.no-config", lang))
    try:
        preview(CONFIG, address, lang)
    except NoSuchAddress as error:
        raise fail(told("cli.port", lang, address=address, reason=str(error))) from None
    except CannotServe as error:
        raise fail(str(error) or say("cli.no-preview", lang)) from None
