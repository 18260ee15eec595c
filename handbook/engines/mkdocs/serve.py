"""The preview, by MkDocs in this process: it follows the files until somebody ends it."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException


class CannotServe(Exception):
    """There is no preview; the message is what MkDocs said."""


class NoSuchAddress(CannotServe):
    """The address can't be used; the message is the reason that the machine gives."""


def preview(config_file: Path, address: str) -> None:
    """Serve the site of ``config_file`` at ``address``, a host and a port; log to stderr.

    Raises NoSuchAddress, and CannotServe if MkDocs refuses its configuration.
    """
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)
    try:
        serve(str(config_file), dev_addr=address)
    except (OSError, OverflowError) as error:
        raise NoSuchAddress(getattr(error, "strerror", None) or str(error)) from error
    except MkDocsException as error:
        raise CannotServe(str(error).strip()) from error
