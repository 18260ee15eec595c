"""The preview, by MkDocs in this process: it follows the files until somebody ends it."""

from __future__ import annotations

import logging
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from handbook.engines.mkdocs.config import check_epoch, configured
from handbook.engines.mkdocs.defaults import to_load
from handbook.engines.mkdocs.said import text_of
from handbook.engines.mkdocs.steady import AddressRefused


class CannotServe(Exception):
    """There is no preview; the message is what MkDocs said."""


class NoSuchAddress(CannotServe):
    """The address can't be used; the message is the machine's reason, empty if it is none."""


def preview(config_file: Path, address: str, lang: str) -> None:
    """Serve the site of ``config_file`` at ``address``, a host and a port; log to stderr.

    Raises NoSuchAddress, and CannotServe if the settings or the theme can't be used.
    """
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise NoSuchAddress
    try:
        check_epoch(lang)
        configured(config_file, lang)
        file, given = to_load(config_file.absolute())
        # Warnings are told and end nothing
        serve(file, dev_addr=address, strict=False, **given)
    except AddressRefused as error:
        raise NoSuchAddress(str(error)) from error
    except (MkDocsException, TemplateError, OSError) as error:
        raise CannotServe(text_of(error).strip()) from error
