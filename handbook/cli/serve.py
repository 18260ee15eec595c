"""handbook serve: the preview."""

from __future__ import annotations

import logging
import os
from typing import Annotated

import typer

from handbook.cli.console import CONFIG, fail, know
from handbook.cli.options import LANG, CompanyOption, DraftOption, EditionOption, LangOption
from handbook.words.catalogue import FIRST, say


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
    if not CONFIG.is_file():
        raise fail(say("cli.no-config", lang))
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)
    if company:
        os.environ["HANDBOOK_COMPANY"] = company
    os.environ["HANDBOOK_DRAFT"] = "true" if draft else "false"
    os.environ["HANDBOOK_LANG"] = lang
    os.environ["HANDBOOK_EDITION"] = edition
    try:
        mkdocs_serve(str(CONFIG), dev_addr=address)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise fail(say("cli.port", lang, address=address, reason=reason)) from None
    except MkDocsException as error:
        raise fail(str(error).strip()) from None
